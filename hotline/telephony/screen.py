"""What the screen of one officer shows of the line, read from the rows: the same rows give the same screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from casework.models import Draft
from hotline.actions import wrap_up
from hotline.models import CallRecord, Handover, LineCall, WorkOrder
from hotline.telephony.places import place_of
from organizations.models import Officer

RECENT_DAYS = 30
SHOWN_CALLS = 4
SHOWN_CONTACTS = 2
LATEST_HANDOVERS = timedelta(minutes=30)


@dataclass(frozen=True)
class Entry:
    """One telephone call on the bar."""

    call: LineCall
    place: str
    times: int
    days: int
    contacts: list[CallRecord]
    offered: Handover | None


@dataclass(frozen=True)
class Screen:
    """Everything the bar tells."""

    entries: list[Entry] = field(default_factory=list)
    offers: list[Handover] = field(default_factory=list)
    answers: list[Handover] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)

    def html(self) -> str:
        return render_to_string("hotline/parts/line_bar.html", {"screen": self})


def mark_of(html: str) -> str:
    """A short name for what is shown."""
    return sha256(html.encode()).hexdigest()[:16]


def screen_of(officer: Officer, at: datetime) -> Screen:
    """The own calls that run or wait for their registration, and forms offered by and to this officer."""
    shown = LineCall.objects.visible_to(officer).shown_to(officer, at - wrap_up(officer, at))
    calls = list(shown.select_related("exchange")[:SHOWN_CALLS])
    handovers = Handover.objects.visible_to(officer).for_list()
    offered = list(handovers.offered().order_by("pk"))
    answered = handovers.filter(sender=officer, answered_at__gte=at - LATEST_HANDOVERS)
    return Screen(
        [entry(call, officer, offered) for call in calls],
        [one for one in offered if one.receiver_id == officer.pk],
        list(answered.exclude(answer=Handover.Answer.WITHDRAWN).order_by("-answered_at")[:1]),
        unfinished(officer),
    )


def unfinished(officer: Officer) -> list[str]:
    """Addresses of forms taken over from a colleague, without a telephone call that would lead back to them."""
    keys = Draft.objects.visible_to(officer).filter(key__startswith=Handover.KEPT).order_by("pk")
    numbers = [key.removeprefix(Handover.KEPT) for key in keys.values_list("key", flat=True)[:SHOWN_CALLS]]
    return [reverse("hotline:calls-new", query={"handover": number}) for number in numbers]


def entry(call: LineCall, officer: Officer, offered: list[Handover]) -> Entry:
    """The call with what its number has called about before."""
    known = recent_contacts(call, officer, call.began_at)
    contacts = list(known.for_contacts()[:SHOWN_CONTACTS]) if call.caller_phone else []
    times = known.count() + 1 if contacts else 1
    mine = next((one for one in offered if one.call_id == call.pk and one.sender_id == officer.pk), None)
    return Entry(call, place_of(call.caller_phone), times, RECENT_DAYS, contacts, mine)


def recent_contacts(call: LineCall, officer: Officer, at: datetime) -> Any:
    """Calls on record of the last 30 days from this number, as far as it may lead this officer to the caller."""
    rows = CallRecord.objects.visible_to(officer).known_to(officer).from_phone(call.caller_phone)
    return rows.filter(started_at__gte=at - timedelta(days=RECENT_DAYS), started_at__lte=at)


def matter_of(call: LineCall, officer: Officer) -> str:
    """Where a click on the call leads: its own record, the caller's recent open matter, else a new intake."""
    if call.record_id and (record := CallRecord.objects.visible_to(officer).filter(pk=call.record_id).first()):
        return str(record.get_absolute_url())
    recent = recent_contacts(call, officer, timezone.now())
    orders = WorkOrder.objects.visible_to(officer).open().filter(call__in=recent.order_by().values("pk"))
    if order := orders.order_by("-pk").first():
        return str(order.get_absolute_url())
    waiting = recent.filter(state=CallRecord.State.REGISTERED).first()
    return str(waiting.get_absolute_url()) if waiting else call.form_url
