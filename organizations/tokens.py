"""How the API knows who asks: a bearer token, or the session of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request

from .middleware import acting, held_by
from .models import AccessToken, Officer, User

if TYPE_CHECKING:  # the views read the settings which name the classes below
    from rest_framework.views import APIView


class BearerAuthentication(BaseAuthentication):
    """`Authorization: Bearer …`. The token stands for the person's first duty; `X-Officer` names another."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        user = AccessToken.objects.holder_of(token.strip())
        if user is None:
            raise AuthenticationFailed
        request._request.officers = list(Officer.objects.of(user))  # type: ignore[attr-defined]
        request._request.officer = chosen_by_header(request)  # type: ignore[attr-defined]
        return user, None

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class OfficerSessionAuthentication(SessionAuthentication):
    """The session cookie of the pages, with the same CSRF protection."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        found = super().authenticate(request)
        inner: Any = request._request
        if found is not None and not hasattr(inner, "officers"):
            inner.officers = held_by(found[0])
            inner.officer = acting(inner)
        return found


class HoldsDuty(IsAuthenticated):
    """Signed in and holding a duty today: every API view needs both unless it says otherwise."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return super().has_permission(request, view) and getattr(request._request, "officer", None) is not None


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = BearerAuthentication
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = OfficerSessionAuthentication
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


def chosen_by_header(request: Request) -> Officer | None:
    """The duty the header names, else the first one held. Raises PermissionDenied for one not held today."""
    officers: list[Officer] = request._request.officers  # type: ignore[attr-defined]
    wanted = request.META.get("HTTP_X_OFFICER", "")
    if wanted and wanted not in {str(o.pk) for o in officers}:
        raise PermissionDenied(_("X-Officer names a duty which is not yours today."))
    return next((o for o in officers if str(o.pk) == wanted), officers[0] if officers else None)
