"""Counts of the hotline: calls, what they led to, and how the callers found it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from casework.deadlines import policy_in
from hotline.connection import DIRECT, VALID, line_counts, record_counts
from hotline.models import CallRecord, CaseLink, Chase, GroupIncident, LineCall, OrderDeadline, OrderEvent, WorkOrder
from reports.counts.selection import Selection
from reports.counts.tally import Tally, tally

CONTENT = [WorkOrder.Satisfaction.VERY_SATISFIED, WorkOrder.Satisfaction.SATISFIED]
MERGED = WorkOrder.State.MERGED

IN_TIME = Q(met_on__lte=F("due_on"))
CLOCKS = [
    ("order.dispatch", IN_TIME, "dispatches_due", "dispatched_on_time"),
    ("order.sign", IN_TIME, "signatures_due", "signed_on_time"),
    ("order.finish.", IN_TIME, "orders_due", "orders_on_time"),
    ("order.callback", Q(called=True), "callbacks_due", "called_back"),
]


def hotline_counts(selection: Selection) -> Iterator[Tally]:
    yield calls(selection)
    yield lines(selection)
    yield repeated(selection)
    yield incidents(selection)


def order_counts(selection: Selection) -> Iterator[Tally]:
    yield opened(selection)
    yield clocks(selection)
    yield redone(selection)
    yield rated(selection)
    yield pressed(selection)
    yield chased(selection)
    yield obtained(selection)


def calls(selection: Selection) -> Tally:
    """Connection counts telephone calls; requests came whatever way."""
    has_order = Exists(WorkOrder.objects.filter(call=OuterRef("pk")))
    return tally(
        selection,
        CallRecord.objects.filter(selection.at("started_at")).annotate(has_order=has_order),
        "started_at",
        **record_counts(selection.region, selection.today),
        requests_valid=Count("pk", filter=VALID),
        requests_direct=Count("pk", filter=DIRECT & Q(has_order=False)),
    )


def lines(selection: Selection) -> Tally:
    """Telephone calls nobody has on record, missed or not registered: they were offered all the same."""
    rows = LineCall.objects.unrecorded().filter(selection.at("began_at"))
    return tally(selection, rows, "began_at", **line_counts(selection.region, selection.today))


def repeated(selection: Selection) -> Tally:
    """Callers who wish to stay anonymous are never brought together by their number."""
    span = timedelta(days=int(policy_in("repeat_call_days", selection.region, selection.today)))
    earlier = CallRecord.objects.filter(
        VALID,
        ~Q(phone_index=""),  # or the index of numbers, which holds no empty ones, is of no use
        phone_index=OuterRef("phone_index"),
        category=OuterRef("category"),
        anonymous=False,
        started_at__lt=OuterRef("started_at"),
        started_at__gte=OuterRef("started_at") - span,
    )
    merged = WorkOrder.objects.filter(call=OuterRef("pk"), state=MERGED)
    again = Q(about__isnull=False) | Q(was_merged=True) | (Q(same_number=True, anonymous=False) & ~Q(phone_index=""))
    rows = CallRecord.objects.filter(VALID, selection.at("started_at"))
    rows = rows.annotate(same_number=Exists(earlier), was_merged=Exists(merged))
    return tally(selection, rows, "started_at", requests_repeated=Count("pk", filter=again))


def incidents(selection: Selection) -> Tally:
    """Strikes, gatherings and other incidents that were judged to be one."""
    rows = GroupIncident.objects.filter(selection.at("known_at")).exclude(state__in=["proposed", "dismissed"])
    return tally(selection, rows, "known_at", group_incidents=Count("pk"))


def orders() -> QuerySet[WorkOrder]:
    """What was merged into another order is that order, and owes nothing."""
    return WorkOrder.objects.exclude(state=MERGED)


def opened(selection: Selection) -> Tally:
    return tally(selection, orders().filter(selection.at("opened_at")), "opened_at", work_orders=Count("pk"))


def clocks(selection: Selection) -> Tally:
    """What the units owed by a day of the period; a redo has a clock of its own.

    A clock for the callback that ended because the inspector sent the order back is met by the callback that follows.
    """
    callbacks = OrderEvent.objects.filter(
        file=OuterRef("file"), verb="record_callback", at__date__gte=OuterRef("started_on")
    )
    rows = OrderDeadline.objects.filter(selection.on("due_on", "file__"), rule__code__startswith="order.")
    rows = rows.exclude(file__state=MERGED).annotate(called=Exists(callbacks))
    counted: dict[str, Any] = {}
    for rule, met, total, done in CLOCKS:
        owed = Q(rule__code__startswith=rule)
        counted |= {total: Count("pk", filter=owed), done: Count("pk", filter=owed & met)}
    return tally(selection, rows, "due_on", "file__", **counted)


def redone(selection: Selection) -> Tally:
    again = Q(send_backs__gt=0) | Q(redos__gt=0)
    counted: dict[str, Any] = {"orders_closed": Count("pk"), "orders_redone": Count("pk", filter=again)}
    return tally(selection, WorkOrder.objects.filter(selection.on("closed_on")), "closed_on", **counted)


def rated(selection: Selection) -> Tally:
    rows = WorkOrder.objects.filter(selection.on("called_back_on"))
    rows = rows.exclude(satisfaction__in=["", WorkOrder.Satisfaction.NOT_RATED])
    content = Q(satisfaction__in=CONTENT)
    return tally(selection, rows, "called_back_on", rated=Count("pk"), satisfied=Count("pk", filter=content))


def pressed(selection: Selection) -> Tally:
    return tally(selection, orders().filter(selection.at("pressed_at")), "pressed_at", orders_pressed=Count("pk"))


def chased(selection: Selection) -> Tally:
    """Written chases, one for each clock that ran out."""
    rows = Chase.objects.filter(selection.at("at", "order__")).exclude(order__state=MERGED)
    return tally(selection, rows, "at", "order__", orders_chased=Count("pk"))


def obtaining() -> QuerySet[WorkOrder]:
    """What a unit reports to have obtained itself. A case or a matter keeps its own ledger, which is the deeper one."""
    told = CaseLink.objects.filter(call=OuterRef("call"), ended_at=None)
    return orders().filter(~Exists(told), case=None, matter=None, recovered__gt=0)


def obtained(selection: Selection) -> Tally:
    """By the day it was reported: on an order nobody says when it was paid."""
    sums: dict[str, Any] = {"recovered": Sum("recovered"), "recovered_other": Sum("recovered")}
    return tally(selection, obtaining().filter(selection.at("fed_back_at")), "fed_back_at", **sums)
