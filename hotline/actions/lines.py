"""A telephone call as the exchange tells it, and its close where no end was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from casework.deadlines import policy_in
from casework.models import Draft
from casework.transactions import one_transaction
from hotline.actions.handovers import offer_quietly
from hotline.models import Exchange, LineCall, LineEvent
from hotline.telephony.derivation import with_number
from hotline.telephony.notices import tell
from hotline.telephony.settlement import settle
from organizations.models import Officer


@dataclass(frozen=True)
class Told:
    """What one message says."""

    webhook_id: str
    kind: str
    key: str
    at: datetime
    extension: str = ""
    caller: str = ""
    line: str = ""
    recording_key: str = ""
    transferred_to: str = ""


@one_transaction
def take_event(exchange: Exchange, told: Told, *, at: datetime) -> LineCall | None:
    """Write the message down and derive the call from all messages about it. None for a message that was here before.

    Raises IntegrityError when the same number of a message comes at the same moment with another call.
    """
    if exchange.events.filter(webhook_id=told.webhook_id).exists():
        return None
    call = locked(exchange, told)
    if exchange.events.filter(webhook_id=told.webhook_id).exists():
        return None
    call.events.create(
        exchange=exchange,
        webhook_id=told.webhook_id,
        kind=told.kind,
        at=told.at,
        received_at=at,
        extension=told.extension,
        transferred_to=told.transferred_to,
        line=told.line,
        recording_key=told.recording_key,
    )
    before = call.officer
    with_number(call, told.at, told.caller)
    settle(call)
    if told.kind == LineEvent.Kind.TRANSFERRED:
        hand_over_the_form(call, before, at)
    tell({before.pk if before else None, call.officer_id}, call.scope)
    return call


def locked(exchange: Exchange, told: Told) -> LineCall:
    """The row of the call, made by whichever message comes first, and held until the transaction ends."""
    fresh = LineCall(exchange=exchange, key=told.key, scope=exchange.org.path, began_at=told.at)
    LineCall.objects.bulk_create([fresh], ignore_conflicts=True)
    rows = LineCall.objects.select_for_update(of=("self",)).select_related("exchange__org", "officer")
    found: LineCall = rows.get(exchange=exchange, key=told.key)
    return found


def hand_over_the_form(call: LineCall, before: Officer | None, at: datetime) -> None:
    """A call transferred at the telephone takes the half-filled form along: it is offered to whoever has the call."""
    if before is None or call.officer is None or before == call.officer or call.record_id:
        return
    if Draft.objects.filter(user=before.user, key=call.draft_key).exists():
        offer_quietly(call, sender=before, receiver=call.officer, at=at)


@one_transaction
def close_unended(*, at: datetime) -> int:
    """Calls whose end was never told: policy `line_call_longest_minutes`. How many were closed.

    They say that no end was told, keep no seconds of talking, and wait for their registration like any other.
    """
    rows = LineCall.objects.running().select_for_update(of=("self",), skip_locked=True)
    found = [call for call in rows.select_related("exchange__org__region") if at - call.began_at > longest(call, at)]
    for call in found:
        call.never_ended = True
        call.save(update_fields=["never_ended"])
        tell([call.officer_id], call.scope)
    return len(found)


def longest(call: LineCall, at: datetime) -> timedelta:
    region = call.exchange.org.region
    return timedelta(minutes=policy_in("line_call_longest_minutes", region, timezone.localdate(at)))
