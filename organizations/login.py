"""Signing in: attempts are counted before a password is hashed, so guessing is bounded however parallel it is."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import connection
from django.http import HttpRequest

from .models import LoginAttempt, User

COUNT = """
INSERT INTO organizations_loginattempt AS row (key, count, window_ends_at)
VALUES (%(key)s, 1, clock_timestamp() + %(span)s::interval)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN row.window_ends_at < clock_timestamp() THEN 1 ELSE row.count + 1 END,
    window_ends_at = CASE WHEN row.window_ends_at < clock_timestamp()
                          THEN clock_timestamp() + %(span)s::interval ELSE row.window_ends_at END
RETURNING count, EXTRACT(EPOCH FROM window_ends_at - clock_timestamp())::int
"""


class TooManyAttempts(Exception):
    """The name or the address has been tried too often. `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("too many attempts")
        self.retry_after = max(retry_after, 1)


def sign_in(request: HttpRequest, username: str, password: str) -> User | None:
    """The user, or None when name and password do not fit. Raises TooManyAttempts."""
    name_key = f"name:{username.strip().lower()[:100]}"
    count(name_key, settings.LOGIN_ATTEMPTS_PER_NAME)
    count(f"address:{address_of(request)}", settings.LOGIN_ATTEMPTS_PER_ADDRESS)
    user = authenticate(request, username=username, password=password)
    if user is not None:
        LoginAttempt.objects.filter(key=name_key).delete()
    return user if isinstance(user, User) else None


def address_of(request: HttpRequest) -> str:
    """Who asks. Behind our own proxy that is the last address of the header: the one the proxy added itself."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip()[:60] or request.META.get("REMOTE_ADDR", "")


def count(key: str, allowed: int, span: timedelta | None = None) -> None:
    """One atomic statement: a hundred parallel guesses are a hundred counts. Raises TooManyAttempts."""
    span = span or timedelta(minutes=settings.LOGIN_WINDOW_MINUTES)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"key": key, "span": f"{span.total_seconds():.0f} seconds"})
        attempts, left = cursor.fetchone()
    if attempts > allowed:
        raise TooManyAttempts(left)
