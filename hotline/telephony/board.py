"""The live board: who waits, who talks, and how the day stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from hotline.actions import wrap_up
from hotline.connection import DIRECT, together
from hotline.models import CallRecord, LineCall, Seat, WorkOrder
from hotline.querysets.calls import begin_of
from organizations.models import Officer


@dataclass(frozen=True)
class Row:
    """One seat: what its officer does, since when."""

    seat: Seat
    label: str
    tone: str
    since: datetime


def waiting(officer: Officer) -> list[LineCall]:
    return list(LineCall.objects.visible_to(officer).waiting().for_list().order_by("began_at", "pk"))


def seats(officer: Officer, at: datetime) -> list[Row]:
    """Everybody signed on in the subtree: talking, ringing, wrapping up or free."""
    rows = Seat.objects.visible_to(officer).taken().select_related("officer__user", "officer__org", "exchange")
    calls = LineCall.objects.visible_to(officer).busy_since(at - wrap_up(officer, at))
    latest = {call.officer_id: call for call in calls.order_by("began_at", "pk")}
    return [row(seat, latest.get(seat.officer_id)) for seat in rows.order_by("exchange", "extension")]


def row(seat: Seat, call: LineCall | None) -> Row:
    if call is None:
        return Row(seat, _("Free"), "success", seat.since)
    if call.is_talking:
        return Row(seat, _("Talking"), "info", call.answered_at or call.began_at)
    if call.is_ringing:
        return Row(seat, _("Ringing"), "warning", call.began_at)
    return Row(seat, _("Wrapping up"), "neutral", call.ended_at or call.began_at)


def figures(officer: Officer, at: datetime) -> dict[str, Any]:
    """Today, by the same definitions as the reports. The rate is in percent."""
    today = timezone.localdate(at)
    region = officer.org.region if officer.org else None
    records = CallRecord.objects.visible_to(officer).begun_on(today)
    lines = LineCall.objects.visible_to(officer).unrecorded().begun_on(today)
    found = together(records, lines, region, today)
    counted = found["calls_offered"] - found["calls_abandoned"]
    orders = WorkOrder.objects.visible_to(officer).filter(opened_at__gte=begin_of(today))
    return {
        **found,
        "connection_rate": 100 * found["calls_answered"] / counted if counted else None,
        "orders": orders.exclude(state=WorkOrder.State.MERGED).count(),
        "direct": records.filter(DIRECT, orders=None).count(),
    }
