"""What an exchange posts, in the words of docs/telephony.md: the shape of a message, and who signed it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers
from standardwebhooks import Webhook, WebhookVerificationError

from hotline.actions import Told
from hotline.models import Exchange, LineEvent

HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
MESSAGE_ID = re.compile(r"[\x21-\x7e]{1,100}")
TOLERANCE = timedelta(minutes=5)  # as for the signature: clocks may differ so much
EARLIEST_YEAR = 2000
EXTENSION = r"^[0-9*#]{1,16}$"
PLAIN = r"^[\x20-\x7e]*$"
DIALLED = re.compile(r"[0-9+*#()\- .]{1,40}")


def signer_of(body: bytes, headers: Mapping[str, str]) -> Exchange | None:
    """The active exchange one of whose secrets signed the message within five minutes of now; None when none did.

    The signature itself says who sent it, so an exchange needs to know nothing but the address and its secret.
    """
    given = {name: headers.get(name, "") for name in HEADERS}
    if not all(given.values()):
        return None
    exchanges = Exchange.objects.filter(active=True).select_related("org")
    return next((one for one in exchanges if any(fits(secret, body, given) for secret in one.secrets)), None)


def fits(secret: str, body: bytes, headers: dict[str, str]) -> bool:
    """A signature in a strange form is a wrong one."""
    try:
        Webhook(secret).verify(body, headers, json_parse=False)
    except (WebhookVerificationError, ValueError):
        return False
    return True


class MessageSerializer(serializers.Serializer[Any]):
    """One event of a call. `call` is the same in all events of one call, whatever happens to it."""

    type = serializers.ChoiceField(choices=LineEvent.Kind.choices)
    call = serializers.RegexField(r"^[\x21-\x7e]+$", max_length=100)
    at = serializers.DateTimeField()
    extension = serializers.RegexField(EXTENSION, required=False, allow_blank=True, default="")
    caller = serializers.CharField(max_length=60, required=False, allow_null=True, allow_blank=True, default="")
    line = serializers.RegexField(PLAIN, max_length=30, required=False, allow_blank=True, default="")
    recording = serializers.RegexField(PLAIN, max_length=200, required=False, allow_blank=True, default="")
    transferred_to = serializers.RegexField(EXTENSION, required=False, allow_blank=True, default="")

    def to_internal_value(self, data: Any) -> Any:
        """An instant without its zone would be guessed at; numbers are texts: 0872 has a zero in front."""
        wrong = {name: [_("This must be text.")] for name in data if name in self.fields and not is_text(data[name])}
        if isinstance(data.get("at"), str) and not has_zone(data["at"]):
            wrong["at"] = [_("The instant must carry its offset, as in 2026-07-01T10:42:08+08:00.")]
        if wrong:
            raise serializers.ValidationError(wrong)
        return super().to_internal_value(data)

    def validate_at(self, moment: datetime) -> datetime:
        if moment.year < EARLIEST_YEAR:
            raise serializers.ValidationError(_("Please check the year."))
        if moment > timezone.now() + TOLERANCE:
            raise serializers.ValidationError(_("This moment is still to come."))
        return moment

    def validate_caller(self, text: str | None) -> str:
        """Digits as dialled, however written; a word such as "anonymous" means the number is withheld."""
        number = unicodedata.normalize("NFKC", text or "").strip()
        if not any(sign.isdigit() for sign in number):
            return ""
        if not DIALLED.fullmatch(number):
            raise serializers.ValidationError(_("This is not a telephone number."))
        return re.sub(r"[^0-9+*#]", "", number)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A call rings, is answered or comes to somewhere; only its end needs no extension."""
        needed = {
            LineEvent.Kind.RINGING: "extension",
            LineEvent.Kind.ANSWERED: "extension",
            LineEvent.Kind.TRANSFERRED: "transferred_to",
        }
        name = needed.get(attrs["type"])
        if name and not attrs[name]:
            raise serializers.ValidationError({name: [_("This event needs it.")]})
        return attrs


def is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def has_zone(text: str) -> bool:
    return bool(re.search(r"(Z|[+-]\d{2}:?\d{2})$", text.strip()))


def read(body: bytes, webhook_id: str) -> Told:
    """The message. Raises ValidationError with messages by field."""
    if not MESSAGE_ID.fullmatch(webhook_id):
        raise serializers.ValidationError({"webhook-id": [_("1 to 100 characters without spaces.")]})
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise serializers.ValidationError({"body": [_("This is not JSON.")]}) from error
    if not isinstance(data, dict):
        raise serializers.ValidationError({"body": [_("One event is one JSON object.")]})
    message = MessageSerializer(data=data)
    message.is_valid(raise_exception=True)
    said = message.validated_data
    return Told(
        webhook_id=webhook_id,
        kind=said["type"],
        key=said["call"],
        at=said["at"],
        extension=said["extension"],
        caller=said["caller"] or "",
        line=said["line"],
        recording_key=said["recording"],
        transferred_to=said["transferred_to"],
    )
