"""Where the systems of authorities post: outside the login, as a signature stands for it.

The manner is that of Standard Webhooks: three headers, the signature over number, time and body, two secrets in force.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.exceptions import ValidationError as InvalidValue
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, AuthenticationFailed, UnsupportedMediaType, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from standardwebhooks import Webhook, WebhookVerificationError

from casework.errors import Refused
from organizations.login import address_of, count
from organizations.models import Authority
from referrals.actions.messages import OtherWords, Told, take_message
from referrals.actions.tales import TYPES
from referrals.enclosures import MOST, keep_enclosed
from referrals.models import Endpoint, IncomingMessage

log = logging.getLogger("heyi.referrals")
MOST_BYTES = 64 * 1024
MULTIPART = "multipart/form-data"
HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
MESSAGE_ID = re.compile(r"[\x21-\x7e]{1,100}")
STAMP = re.compile(r"[0-9]{1,12}")
SIGNATURE = re.compile(r"v1,[A-Za-z0-9+/]{43}=")  # of the several a header may hold, one that we could have asked for
TOLERANCE = 5 * 60  # seconds, as the library that checks the signature has it
SIGNED = [OpenApiParameter(name, str, OpenApiParameter.HEADER, required=True) for name in HEADERS]


class AuthorityMessageSerializer(serializers.Serializer[Any]):
    """`data` holds `number` (of the union, or for a withdrawal of the sender) and the fields of the step."""

    type = serializers.ChoiceField(choices=TYPES)
    timestamp = serializers.DateTimeField()
    data = serializers.DictField()  # type: ignore[assignment]  # a field named like a property


class MessageWithPapersSerializer(serializers.Serializer[Any]):
    """The same message in one part, which is what the signature covers, and each paper its data name in a part."""

    message = serializers.CharField(help_text="The JSON of the message, byte for byte as it was signed.")
    papers = serializers.ListField(child=serializers.FileField(), max_length=MOST)


class AuthorityAnswerSerializer(serializers.Serializer[Any]):
    """What became of the message. `waiting`: something that comes before it has not been told yet."""

    state = serializers.ChoiceField(choices=IncomingMessage.State.choices)
    reason = serializers.CharField(allow_blank=True)
    number = serializers.CharField(allow_blank=True)


class PaperRefused(ValidationError):
    """What came beside the message is not what it names, or nothing that can be opened safely."""

    def __init__(self, words: list[str]) -> None:
        super().__init__({"papers": words})


class PaperTooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "size"


class PaperNotAccepted(APIException):
    status_code = status.HTTP_415_UNSUPPORTED_MEDIA_TYPE
    default_code = "kind"


REFUSALS: dict[str, type[APIException]] = {
    "size": PaperTooLarge,
    "kind": PaperNotAccepted,
    "mismatch": PaperNotAccepted,
}


class SignedView(APIView):
    """Open to whoever signs with a secret of an authority."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    content_types = frozenset({"application/json"})
    sender: Authority | None = None

    def get_authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return "Webhook"

    def signed_body(self, request: Request) -> bytes:
        """The bytes, when an authority has signed them, which is then the sender. Raises AuthenticationFailed.

        What cannot be signed rightly is refused before a body of up to twenty megabytes is read.
        """
        insist_on_headers(request)
        body = body_of(request) if self.content_type(request) != MULTIPART else message_of(request)
        self.sender = signer(request, body)
        if body and self.content_type(request) not in self.content_types:
            raise UnsupportedMediaType(self.content_type(request))
        return body

    @staticmethod
    def content_type(request: Request) -> str:
        return str(request._request.content_type)

    def handle_exception(self, exc: Exception) -> Response:
        """One line for each refusal, without what was sent; none for what is throttled, or logs could be flooded."""
        response = super().handle_exception(exc)
        if response.status_code != status.HTTP_429_TOO_MANY_REQUESTS:
            sender = self.sender.pk if self.sender else "unknown"
            log.warning("message refused with %s: authority %s", response.status_code, sender)
        response._has_been_logged = True  # type: ignore[attr-defined]  # or Django would add a second line
        return response


class IncomingView(SignedView):
    """A message of an authority's system: a receipt, a decision, a result, or a matter laid before the union."""

    content_types = frozenset({"application/json", MULTIPART})

    @extend_schema(
        request={"application/json": AuthorityMessageSerializer, MULTIPART: MessageWithPapersSerializer},
        responses={200: AuthorityAnswerSerializer, 202: AuthorityAnswerSerializer},
        parameters=SIGNED,
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """200 once the message is kept, also when it comes again; 202 while it waits for an earlier one.

        409 says that it was kept and cannot be taken up, and why: sending it again changes nothing. Papers come with
        it as multipart/form-data: 413 for one that is too large, 415 for one of a kind that is not accepted, 400 for
        one that is not named, and then nothing of the message is kept.
        """
        body = self.signed_body(request)
        assert self.sender  # the signature said who
        said = read(body, request.headers["webhook-id"])
        take_in(said.data, request)
        try:
            message = take_message(self.sender, said, at=timezone.now())
        except OtherWords as refused:
            raise Refused(_("This number of a message was used for another text.")) from refused
        if message.state == IncomingMessage.State.REFUSED:
            raise Refused(message.reason)
        number = message.referral.number if message.referral else ""
        told = {"state": message.state, "reason": message.reason, "number": number}
        waits = message.state == IncomingMessage.State.WAITING
        return Response(told, status=status.HTTP_202_ACCEPTED if waits else status.HTTP_200_OK)


def body_of(request: Request) -> bytes:
    """The bytes as they were signed. Raises RequestDataTooBig."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise RequestDataTooBig
    return request._request.body


def message_of(request: Request) -> bytes:
    """The part that was signed, of a request that brings papers beside it. Raises RequestDataTooBig."""
    body = request._request.POST.get("message", "").encode()
    if len(body) > MOST_BYTES:
        raise RequestDataTooBig
    return body


def take_in(data: dict[str, Any], request: Request) -> None:
    """Keep the papers that came beside the message. Raises ValidationError, PaperTooLarge, PaperNotAccepted."""
    uploads = request._request.FILES.getlist("papers") if request._request.content_type == MULTIPART else []
    try:
        keep_enclosed(data, uploads)
    except InvalidValue as error:
        raise REFUSALS.get(getattr(error, "code", None) or "", PaperRefused)(error.messages) from error


def signer(request: Request, body: bytes) -> Authority:
    """Who signed. Raises AuthenticationFailed, and TooManyAttempts for an address that tries again and again.

    Only bad signatures are counted: nobody can shut out an authority by sending rubbish from behind the same address.
    """
    found = signer_of(body, headers_of(request))
    if found is None:
        refuse_signature(request)
    assert found
    return found


def refuse_signature(request: Request) -> NoReturn:
    count(f"referrals:{address_of(request._request)}", settings.REFERRALS_BAD_SIGNATURES)
    raise AuthenticationFailed


def headers_of(request: Request) -> dict[str, str]:
    return {name: request.headers.get(name, "") for name in HEADERS}


def insist_on_headers(request: Request) -> None:
    """Number, time within five minutes and a signature of the right form. Raises as `signer` does."""
    headers = headers_of(request)
    stamp, now = headers["webhook-timestamp"], timezone.now().timestamp()
    fresh = STAMP.fullmatch(stamp) and abs(now - int(stamp)) <= TOLERANCE
    signed = any(SIGNATURE.fullmatch(one) for one in headers["webhook-signature"].split())
    if not (fresh and signed and MESSAGE_ID.fullmatch(headers["webhook-id"])):
        refuse_signature(request)


def signer_of(body: bytes, headers: dict[str, str]) -> Authority | None:
    """The authority one of whose secrets signed within five minutes of now; the signature itself says who it was."""
    endpoints = Endpoint.objects.in_use().filter(authority__active=True).select_related("authority")
    return next((one.authority for one in endpoints if any(fits(key, body, headers) for key in one.secrets)), None)


def fits(secret: str, body: bytes, headers: dict[str, str]) -> bool:
    """A signature in a strange form is a wrong one."""
    try:
        Webhook(secret).verify(body, headers, json_parse=False)
    except (WebhookVerificationError, ValueError):
        return False
    return True


def content_of(body: bytes) -> Any:
    """Raises ValidationError for what is not JSON, or no database can hold."""
    try:
        text = body.decode()
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValidationError({"non_field_errors": [_("This is not JSON.")]}) from error
    if "\x00" in text or "\\u0000" in text:
        raise ValidationError({"non_field_errors": [_("Null characters are not allowed.")]})
    return content


def read(body: bytes, message_id: str) -> Told:
    """The message in its parts. Raises ValidationError for what is none."""
    shape = AuthorityMessageSerializer(data=content_of(body))
    shape.is_valid(raise_exception=True)
    told: dict[str, Any] = shape.validated_data
    at: datetime = told["timestamp"]
    return Told(message_id, told["type"], at, told["data"], body.decode())


VIEWS: list[tuple[str, type[APIView], str]] = [("referrals/incoming/", IncomingView, "referrals-incoming")]
