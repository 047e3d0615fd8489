"""The address the union posts to: check the signature, keep the message, then say so."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

from .inbox import Inbox

MOST_BYTES = 1024 * 1024


def receive(inbox: Inbox, secrets: list[str], headers: Mapping[str, str], body: bytes) -> HTTPStatus:
    """What to answer. Everything is decided on the bytes as they came: parsed and written again they differ."""
    if not any(is_signed(secret, headers, body) for secret in secrets):
        return HTTPStatus.UNAUTHORIZED
    try:
        inbox.keep(headers["webhook-id"], body)
    except (ValueError, KeyError):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.NO_CONTENT  # also for a repeat: the sender could not know that it had arrived


def is_signed(secret: str, headers: Mapping[str, str], body: bytes) -> bool:
    """By this secret, within five minutes of our clock. While a secret is changed two of them are tried."""
    try:
        Webhook(secret).verify(body, {name.lower(): value for name, value in headers.items()}, json_parse=False)
    except (WebhookVerificationError, ValueError):
        return False
    return True


class Handler(BaseHTTPRequestHandler):
    server: Receiver
    protocol_version = "HTTP/1.1"  # one connection, and one handshake, for many messages
    timeout = 30

    def do_POST(self) -> None:
        size = self.headers.get("Content-Length", "")
        if not size.isdecimal() or int(size) > MOST_BYTES:
            self.close_connection = True  # what was not read is not the next message
            self.answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(size))
        self.answer(self.server.receive(dict(self.headers.items()), body))

    def answer(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Nothing: addresses and numbers of messages belong into a log of the office's own making."""


class Receiver(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, inbox: Inbox, secrets: list[str], *, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.inbox, self.secrets, self.tls = inbox, secrets, tls

    def receive(self, headers: Mapping[str, str], body: bytes) -> HTTPStatus:
        return receive(self.inbox, self.secrets, headers, body)

    def finish_request(self, request: object, client_address: object) -> None:
        """The handshake belongs into the thread of its connection: one slow caller must not hold up the others."""
        if self.tls:
            request.settimeout(10)  # type: ignore[attr-defined]
            request = self.tls.wrap_socket(request, server_side=True)  # type: ignore[arg-type]
        try:
            super().finish_request(request, client_address)  # type: ignore[arg-type]
        finally:
            request.close()  # type: ignore[attr-defined]

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that goes away in the middle is no fault of ours; it comes again."""
