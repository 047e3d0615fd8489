"""What an authority's system tells: taken once, in any order, by the verbs a person would have used.

The signature is checked where the message comes in (incoming endpoint, offline package); here a message is what its
authority has said. The same number with the same words is the same message, and changes one thing once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from casework.errors import Refused
from casework.transactions import one_transaction
from organizations.models import Authority
from referrals.actions.tales import TALES, tell_of
from referrals.models import IncomingMessage, Referral

State = IncomingMessage.State


@dataclass(frozen=True)
class Told:
    """A message as its authority has told it: type, time and data, with the very text that was signed."""

    message_id: str
    type: str
    at: datetime
    data: dict[str, Any]
    text: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


class OtherWords(Exception):
    """The number of a message came before with another text."""


@one_transaction
def take_message(authority: Authority, told: Told, *, at: datetime) -> IncomingMessage:
    """Take it up, or answer what became of it when it came before.

    Of a hundred at once one writes the row, the others wait for its transaction and read what became of it.
    Raises OtherWords for a known number with another text.
    """
    row = {"type": told.type, "body": told.text, "digest": told.digest, "received_at": at, "told_at": told.at}
    fresh = IncomingMessage(authority=authority, message_id=told.message_id, **row)
    IncomingMessage.objects.bulk_create([fresh], ignore_conflicts=True)
    message = IncomingMessage.objects.select_for_update().get(authority=authority, message_id=told.message_id)
    if message.digest != told.digest:
        raise OtherWords
    if not message.state:
        take_up(message, told.data, at=at)
    return message


def take_up(message: IncomingMessage, data: dict[str, Any], *, at: datetime) -> None:
    """Do what it says and write down what became of it. A refusal undoes the step and keeps the message."""
    try:
        with transaction.atomic():
            message.state, message.reason = tell_of(message, data, at=at)
    except Refused as refused:
        message.state, message.reason = State.REFUSED, " ".join(refused.reasons)[:500]
    except ValidationError as error:  # papers of a package that are not named as they should be
        message.state, message.reason = State.REFUSED, " ".join(error.messages)[:500]
    message.save(update_fields=["state", "reason", "referral"])
    if message.state == State.TAKEN and message.type in TALES:
        take_up_waiting(message.referral, at=at)


def take_up_waiting(referral: Referral | None, *, at: datetime) -> None:
    """What came too early, in the order in which it came, as long as one of them still finds its turn."""
    waiting = IncomingMessage.objects.waiting().filter(referral=referral).select_for_update().order_by("pk")
    for message in waiting:
        take_up(message, data_of(message), at=at)
        if message.state == State.TAKEN:
            return  # it has taken up those after it


def data_of(message: IncomingMessage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(message.body)["data"]
    return found
