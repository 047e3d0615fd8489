"""From system to system: one POST over TLS, signed, with limits of time and size, and nothing followed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.utils import timezone

from casework.steady import once
from referrals.causes import Cause, of_status
from referrals.models import Delivery, Endpoint
from referrals.signatures import signed_headers
from referrals.transports.base import TransportError
from referrals.transports.connections import Closed, Link, Said, kept, left_open
from referrals.transports.destinations import checked_address

OF_THE_MESSAGE = {400, 409, 413, 415, 422}  # the line works; this message is not liked


class HttpsPost:
    def send(self, delivery: Delivery, *, at: datetime) -> int:
        """Post to the address two administrators agreed on. A complete answer of 2xx is the technical receipt."""
        found = delivery.authority_id
        endpoint = once(("endpoint", found), lambda: Endpoint.objects.of(found))
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


def exchange(endpoint: Endpoint, body: bytes, headers: dict[str, str]) -> Said:
    """Status and Retry-After of a complete answer. Raises TransportError with what went wrong instead.

    A connection that was used before may have been closed by the other side meanwhile. Then the message goes once more
    over a new one: the same attempt, and the same number if it did arrive.
    """
    place = (endpoint.host, endpoint.port)
    path = endpoint.parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    ends_at = time.monotonic() + settings.DELIVERY_TOTAL_SECONDS
    if link := left_open(place):
        try:
            return link.post(path, body, headers, ends_at)
        except Closed:
            pass
    return kept(Link(*place, checked_address(*place))).post(path, body, headers, ends_at)
