"""What holds for every request: one state of the rules, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casework.errors import Refused, TooOften, WrongDuty
from casework.steady import steady


class SteadyMiddleware:
    """A request counts by one state of rules, settings and calendars, read once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with steady(version_seen(request)):
            return self.get_response(request)


def version_seen(request: HttpRequest) -> UUID | None:
    """The state of the rules as it was read with the duties of who is signed in; None for everybody else."""
    duties = getattr(request.user, "duties", None)
    return duties[0].reference if duties else None


class RefusalMiddleware:
    """What a page refuses and does not show in a place of its own is a page with the reasons, never a fault."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused):
            return None
        status = 403 if isinstance(error, WrongDuty) else 429 if isinstance(error, TooOften) else 409
        answer = render(request, "409.html", {"reasons": error.reasons}, status=status)
        if isinstance(error, TooOften):
            answer["Retry-After"] = str(error.retry_after)
        return answer
