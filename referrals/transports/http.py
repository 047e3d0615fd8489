"""From system to system: one POST over TLS, signed, with limits of time and size, and nothing followed."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from referrals.causes import Cause, of_status
from referrals.models import Delivery, Endpoint
from referrals.signatures import signed_headers
from referrals.transports.base import TransportError
from referrals.transports.destinations import checked_address

OF_THE_MESSAGE = {400, 409, 413, 415, 422}  # the line works; this message is not liked
PIECE = 4096


class HttpsPost:
    def send(self, delivery: Delivery, *, at: datetime) -> int:
        """Post to the address two administrators agreed on. A complete answer of 2xx is the technical receipt."""
        endpoint = Endpoint.objects.of(delivery.authority)
        if endpoint is None:
            raise TransportError(Cause.NO_ADDRESS)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Heyi",
            **signed_headers(endpoint.secrets, delivery.message_id, at, delivery.payload),
        }
        return insist_on_success(*exchange(endpoint, delivery.payload, headers))


def insist_on_success(status: int, retry_after: str) -> int:
    if 200 <= status < 300:
        return status
    cause = of_status(status)
    parks = Delivery.Parked.GONE if cause == Cause.GONE else ""
    rest = rest_of(retry_after) if status in {429, 503} else None
    raise TransportError(cause, status=status, rest=rest, of_line=status not in OF_THE_MESSAGE, parks=parks)


def rest_of(retry_after: str) -> timedelta | None:
    """The header in either form, seconds or a date; what is neither is as if it were not there."""
    if retry_after.isascii() and retry_after.isdecimal():
        return timedelta(seconds=min(int(retry_after[:9]), 10**8))
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(moment - timezone.now(), timedelta())


def exchange(endpoint: Endpoint, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    """Status and Retry-After of a complete answer. Raises TransportError with what went wrong instead."""
    target = checked_address(endpoint.host, endpoint.port)
    link = Link(endpoint.host, endpoint.port, target)
    path = endpoint.parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    with link.limited(settings.DELIVERY_TOTAL_SECONDS), named(link):
        link.request("POST", path, body, headers)
        answer = link.getresponse()
        read_within_limit(answer)
        return answer.status, answer.headers.get("Retry-After", "").strip()


def read_within_limit(answer: http.client.HTTPResponse) -> None:
    """The text is not looked at, but it has to end: an answer counts when it is complete."""
    size = 0
    while piece := answer.read1(PIECE):
        size += len(piece)
        if size > settings.DELIVERY_ANSWER_BYTES:
            raise TransportError(Cause.TOO_LONG)
    if answer.length:
        raise TransportError(Cause.BROKEN_OFF)


@contextmanager
def named(link: Link) -> Iterator[None]:
    """What can go wrong on the line, as a cause. The order matters: each is a special case of a later one."""
    try:
        yield
    except TransportError:
        raise
    except (http.client.HTTPException, OSError) as error:
        raise TransportError(cause_of(error, link)) from error


def cause_of(error: Exception, link: Link) -> Cause:
    if link.cut or isinstance(error, TimeoutError):
        return Cause.TIMED_OUT
    if isinstance(error, ssl.SSLCertVerificationError):
        return Cause.CERTIFICATE
    if not link.connected:
        return Cause.NO_CONNECTION
    if isinstance(error, ConnectionError | ssl.SSLError | http.client.IncompleteRead):
        return Cause.BROKEN_OFF
    return Cause.NOT_HTTP


class Link(http.client.HTTPConnection):
    """A connection to a checked address, which proves that it is the named host. No proxy, no redirect, no pool."""

    def __init__(self, host: str, port: int, target: str) -> None:
        super().__init__(host, port)
        self.default_port = http.client.HTTPS_PORT  # so that the Host header names no 443
        self.target, self.cut, self.connected = target, False, False
        self.raw: socket.socket | None = None
        self.ends_at = 0.0

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
    def limited(self, seconds: float) -> Iterator[None]:
        """All together may take so long. A time-out of the socket counts anew with every byte; this does not."""
        self.ends_at = time.monotonic() + seconds
        watch = threading.Timer(seconds, self.cut_off)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            self.close()
            if self.raw:
                self.raw.close()

    def cut_off(self) -> None:
        self.cut = True
        if self.raw:
            try:
                self.raw.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


@lru_cache(maxsize=4)
def trust(authorities: str) -> ssl.SSLContext:
    """Certificates are checked, with the name. The offices' own certificate authority comes beside the public ones."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authorities:
        context.load_verify_locations(authorities)
    return context
