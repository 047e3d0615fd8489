"""One connection over TLS to a checked address, limited in time and size. Nothing is followed."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.conf import settings

from referrals.causes import Cause
from referrals.transports.base import TransportError

PIECE = 4096
Place = tuple[str, int]
Said = tuple[int, str]  # the status of an answer, and its Retry-After


class Closed(Exception):
    """The other side had closed a connection that was used before. It has not answered."""


class Link(http.client.HTTPConnection):
    """A connection to a checked address, which proves that it is the named host. No proxy, no redirect, no pool."""

    def __init__(self, host: str, port: int, target: str) -> None:
        super().__init__(host, port)
        self.default_port = http.client.HTTPS_PORT  # so that the Host header names no 443
        self.target, self.cut, self.connected, self.used = target, False, False, False
        self.raw: socket.socket | None = None
        self.ends_at = 0.0

    def post(self, path: str, body: bytes, headers: dict[str, str], ends_at: float) -> Said:
        """What the other side said, completely. Raises TransportError, and Closed of a connection used before.

        It stays open for the next message only when somebody keeps it, and both sides said so.
        """
        self.ends_at = ends_at
        try:
            with self.limited(), self.named():
                self.request("POST", path, body, headers)
                answer = self.getresponse()
                read_within_limit(answer)
                self.used = True
        except BaseException:
            self.shut()
            raise
        if answer.will_close or OPEN.get() is None:
            self.shut()
        return answer.status, answer.headers.get("Retry-After", "").strip()

    def connect(self) -> None:
        address = (self.target, self.port)
        plain = socket.create_connection(address, min(settings.DELIVERY_CONNECT_SECONDS, self.left()))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.raw = plain.dup()  # the wrapped socket takes the first one over; this one can always be shut
        plain.settimeout(max(self.left(), 0.001))
        self.sock = trust(settings.DELIVERY_CA_FILE).wrap_socket(plain, server_hostname=self.host)
        self.connected = True

    def left(self) -> float:
        return self.ends_at - time.monotonic()

    @contextmanager
    def limited(self) -> Iterator[None]:
        """All together may take so long. A time-out of the socket counts anew with every byte; this does not."""
        watch = threading.Timer(self.left(), self.cut_off)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def cut_off(self) -> None:
        self.cut = True
        if self.raw:
            try:
                self.raw.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    @contextmanager
    def named(self) -> Iterator[None]:
        """What can go wrong on the line, as a cause."""
        try:
            yield
        except TransportError:
            raise
        except (http.client.HTTPException, OSError) as error:
            if self.used and not self.cut and isinstance(error, ConnectionError | ssl.SSLError):
                raise Closed from error
            raise TransportError(self.cause_of(error)) from error

    def cause_of(self, error: Exception) -> Cause:
        """The order matters: each is a special case of a later one."""
        if self.cut or isinstance(error, TimeoutError):
            return Cause.TIMED_OUT
        if isinstance(error, ssl.SSLCertVerificationError):
            return Cause.CERTIFICATE
        if not self.connected:
            return Cause.NO_CONNECTION
        if isinstance(error, ConnectionError | ssl.SSLError | http.client.IncompleteRead):
            return Cause.BROKEN_OFF
        return Cause.NOT_HTTP

    @property
    def is_open(self) -> bool:
        return self.sock is not None

    def shut(self) -> None:
        self.close()
        if self.raw:
            self.raw.close()


def read_within_limit(answer: http.client.HTTPResponse) -> None:
    """The text is not looked at, but it has to end: an answer counts when it is complete."""
    size = 0
    while piece := answer.read1(PIECE):
        size += len(piece)
        if size > settings.DELIVERY_ANSWER_BYTES:
            raise TransportError(Cause.TOO_LONG)
    if answer.length:
        raise TransportError(Cause.BROKEN_OFF)
    answer.close()


OPEN: ContextVar[dict[Place, Link] | None] = ContextVar("open", default=None)


@contextmanager
def open_links() -> Iterator[None]:
    """Within it, for some seconds, the next message to the same place goes over the connection of the one before."""
    links: dict[Place, Link] = {}
    token = OPEN.set(links)
    try:
        yield
    finally:
        OPEN.reset(token)
        for link in links.values():
            link.shut()


def left_open(place: Place) -> Link | None:
    """A connection that both sides kept."""
    link = (OPEN.get() or {}).get(place)
    return link if link and link.is_open else None


def kept(link: Link) -> Link:
    if (links := OPEN.get()) is not None:
        links[link.host, link.port] = link
    return link


@lru_cache(maxsize=4)
def trust(authorities: str) -> ssl.SSLContext:
    """Certificates are checked, with the name. The offices' own certificate authority comes beside the public ones."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authorities:
        context.load_verify_locations(authorities)
    return context
