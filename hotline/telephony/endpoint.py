"""Where exchanges post: outside the login, as a signature stands for it. See docs/telephony.md."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import AuthenticationFailed, UnsupportedMediaType
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hotline.actions import take_event
from hotline.models import Exchange
from hotline.telephony.messages import HEADERS, MessageSerializer, read, signer_of
from organizations.login import address_of, count

log = logging.getLogger("heyi.telephony")
MOST_BYTES = 16 * 1024
SIGNED = [OpenApiParameter(name, str, OpenApiParameter.HEADER, required=True) for name in HEADERS]


class TelephonyEventsView(APIView):
    """An event of a telephone call, told by the exchange and signed in the manner of Standard Webhooks."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    exchange: Exchange | None = None

    def get_authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return "Webhook"

    @extend_schema(request=MessageSerializer, responses={204: None}, parameters=SIGNED, auth=[])
    def post(self, request: Request) -> Response:
        """204 once the message is kept, also when it comes again."""
        body = body_of(request)
        self.exchange = signer(request, body)
        if body and request._request.content_type != "application/json":
            raise UnsupportedMediaType(str(request._request.content_type))
        keep(self.exchange, read(body, request.headers["webhook-id"]))
        return Response(status=204)

    def handle_exception(self, exc: Exception) -> Response:
        """One line for each refusal, without what was sent; none for what is throttled, or logs could be flooded."""
        response = super().handle_exception(exc)
        if response.status_code != status.HTTP_429_TOO_MANY_REQUESTS:
            wrong = sorted((response.data or {}).get("errors", {}))
            sender = self.exchange.pk if self.exchange else "unknown"
            log.warning("event refused with %s: exchange %s, fields %s", response.status_code, sender, wrong)
        response._has_been_logged = True  # type: ignore[attr-defined]  # or Django would add a second line
        return response


def body_of(request: Request) -> bytes:
    """The bytes as they were signed. Raises RequestDataTooBig."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise RequestDataTooBig
    return request._request.body


def signer(request: Request, body: bytes) -> Exchange:
    """Who signed. Raises AuthenticationFailed, and TooManyAttempts for an address that tries again and again.

    Only bad signatures are counted: nobody can shut out an exchange by sending rubbish from behind the same address.
    """
    exchange = signer_of(body, request.headers)
    if exchange is None:
        count(f"telephony:{address_of(request._request)}", settings.TELEPHONY_BAD_SIGNATURES)
        raise AuthenticationFailed
    return exchange


def keep(exchange: Exchange, told: Any) -> None:
    """A message whose number was used at the same moment for another call is a repeat like any other."""
    try:
        take_event(exchange, told, at=timezone.now())
    except IntegrityError:
        if not exchange.events.filter(webhook_id=told.webhook_id).exists():
            raise


VIEWS: list[tuple[str, type[APIView], str]] = [("telephony/events/", TelephonyEventsView, "telephony-events")]
