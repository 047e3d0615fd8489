"""The row of a telephone call, brought in line with everything that is known about it."""

from __future__ import annotations

from hotline.models import CallRecord, Handover, LineCall, LineEvent
from hotline.telephony import derivation
from organizations.models import Officer


def settle(call: LineCall) -> None:
    """Derive the call anew from its messages, from who sat where, and from what was handed over by hand."""
    events = list(call.events.all())
    for name, value in derivation.derived(events).items():
        setattr(call, name, value)
    call.officer = holder(call, events)
    call.scope = call.officer.path if call.officer and call.officer.path else call.exchange.org.path
    call.never_ended = call.never_ended and call.ended_at is None
    call.save()
    if call.record_id and call.talk_seconds is not None:
        CallRecord.objects.filter(pk=call.record_id).update(talk_seconds=call.talk_seconds)


def holder(call: LineCall, events: list[LineEvent]) -> Officer | None:
    """Who has the call: the seat it reached last, unless a colleague has accepted it since."""
    came = derivation.reached(events)
    seat = call.exchange.seats.at(came.reaches, came.at) if came else None
    accepted = call.handovers.filter(answer=Handover.Answer.ACCEPTED).select_related("receiver__org")
    handed = accepted.order_by("-answered_at").first()
    if handed and (came is None or handed.answered_at >= came.at):
        return handed.receiver  # type: ignore[no-any-return]
    return seat.officer if seat else None
