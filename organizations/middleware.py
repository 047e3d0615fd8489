"""Session rules, and the officer a signed-in person acts as."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Officer, User

GetResponse = Callable[[HttpRequest], HttpResponse]
TOUCH_SECONDS = 60


class SessionRulesMiddleware:
    """A session ends after a while without use, and in any case after its longest life."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and self.expired(request):
            logout(request)
            messages.info(request, _("You were signed out because the time limit was reached. What you typed is kept."))
        return self.get_response(request)

    def expired(self, request: HttpRequest) -> bool:
        now = int(timezone.now().timestamp())
        began = request.session.setdefault("began", now)
        seen = request.session.setdefault("seen", now)
        return bool(now - began > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_SECONDS)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> None:
        """What a page asks for by itself, marked `unattended`, is no use of the session by a person."""
        if not request.user.is_authenticated or getattr(view, "unattended", False):
            return
        now = int(timezone.now().timestamp())
        if now - request.session.get("seen", now) > TOUCH_SECONDS:
            request.session["seen"] = now


class OfficerMiddleware:
    """Put the officer on the request. Read anew each time, so rights that end take effect at once."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return None
        request.officers = held_by(request.user)  # type: ignore[attr-defined]
        request.officer = acting(request)  # type: ignore[attr-defined]
        if request.officer is None and needs_duty(request, view):  # type: ignore[attr-defined]
            return redirect("organizations:no_duty")
        return None


def held_by(user: User) -> list[Officer]:
    """The duties of today; the session has read them with the person."""
    return list(Officer.objects.of(user)) if user.duties is None else user.duties


def acting(request: HttpRequest) -> Officer | None:
    """The duty chosen in this session, else the first one held."""
    chosen = request.session.get("officer")
    officers: list[Officer] = request.officers  # type: ignore[attr-defined]
    return next((o for o in officers if o.pk == chosen), officers[0] if officers else None)


def needs_duty(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    public = not getattr(view, "login_required", True)
    return not public and not getattr(view, "duty_not_required", False) and not request.path.startswith("/api/")
