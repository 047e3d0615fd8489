"""A telephone call gets its record, or a reason why it needs none."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.deadlines import policy_in
from casework.errors import Refused
from casework.transactions import one_transaction
from hotline.actions.calls import register
from hotline.models import CallRecord, LineCall
from hotline.telephony.notices import tell
from organizations.models import Officer


@one_transaction
def register_line(*, line_call: LineCall, by: Officer, at: datetime, **said: Any) -> CallRecord:
    """Register a telephone call with what the exchange measured. Raises Refused when that was done already."""
    call = held(line_call, by)
    insist_on_open(call)
    measured = measures(call, at)
    record = register(by=by, at=at, **{**said, **measured, "handled_by": call.officer or said.get("handled_by")})
    record.entered_afterwards = is_afterwards(call, by, at)
    record.save(update_fields=["entered_afterwards"])
    call.record = record
    call.save(update_fields=["record"])
    tell([call.officer_id, by.pk], call.scope)
    return record


def held(line: LineCall, by: Officer) -> LineCall:
    rows = LineCall.objects.visible_to(by).select_for_update(of=("self",))
    found: LineCall = rows.select_related("officer__org", "record").get(pk=line.pk)
    return found


def insist_on_open(call: LineCall) -> None:
    if call.record:
        words = _("This telephone call has been registered already under %(number)s.")
        raise Refused(words % {"number": call.record.number})
    if call.reason:
        raise Refused(_("Somebody has accounted for this telephone call already."))


def measures(call: LineCall, at: datetime) -> dict[str, Any]:
    """What the exchange knows better than a form: line, recording, begin and, where an answer was told, the seconds."""
    known: dict[str, Any] = {"started_at": call.began_at, "recording_key": call.recording_key}
    if call.line:
        known["line"] = call.line
    if call.answered_at or call.is_over:
        known |= {"answered_at": call.answered_at, "ring_seconds": call.ring_seconds}
    if call.answered_at:
        known["talk_seconds"] = call.talked(at)
    return known


def is_afterwards(call: LineCall, by: Officer, at: datetime) -> bool:
    """By somebody else, or later than the time for wrapping up: policy `line_wrap_up_minutes`."""
    ended = call.ended_at or (call.began_at if call.never_ended else None)
    late = ended is not None and at - ended > wrap_up(by, at)
    return late or (call.officer_id is not None and call.officer_id != by.pk)


def wrap_up(officer: Officer, at: datetime) -> timedelta:
    """How long after a call its officer is taken to be still busy with it."""
    region = officer.org.region if officer.org else None
    return timedelta(minutes=policy_in("line_wrap_up_minutes", region, timezone.localdate(at)))


@one_transaction
def account(calls: list[LineCall], *, reason: str, by: Officer, at: datetime, note: str = "") -> int:
    """Say why these telephone calls need no registration; how many. Those registered meanwhile are left alone."""
    rows = LineCall.objects.visible_to(by).unregistered().concerning(by).select_for_update(of=("self",))
    found = list(rows.filter(pk__in=[call.pk for call in calls]).order_by("pk"))
    for call in found:
        call.reason, call.note, call.accounted_by, call.accounted_at = reason, note, by, at
        call.save(update_fields=["reason", "note", "accounted_by", "accounted_at"])
        tell([call.officer_id], call.scope)
    return len(found)
