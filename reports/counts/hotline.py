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
from reports.counts.tally import Counting, tally

CONTENT = [WorkOrder.Satisfaction.VERY_SATISFIED, WorkOrder.Satisfaction.SATISFIED]
MERGED = WorkOrder.State.MERGED

IN_TIME = Q(due_at=None, met_on__lte=F("due_on")) | Q(met_at__lte=F("due_at"))  # to the minute where minutes count
CLOCKS = [
    ("order.dispatch", IN_TIME, "dispatches_due", "dispatched_on_time"),
    ("order.sign", IN_TIME, "signatures_due", "signed_on_time"),
    ("order.finish.", IN_TIME, "orders_due", "orders_on_time"),
    ("order.callback", Q(called=True), "callbacks_due", "called_back"),
]


def hotline_counts(selection: Selection) -> Iterator[Counting]:
    yield calls(selection)
    yield lines(selection)
    yield repeated(selection)
    yield incidents(selection)


def order_counts(selection: Selection) -> Iterator[Counting]:
    yield opened(selection)
    yield clocks(selection)
    yield redone(selection)
    yield rated(selection)
    yield pressed(selection)
    yield chased(selection)
    yield obtained(selection)


def records(selection: Selection) -> QuerySet[CallRecord]:
    return CallRecord.objects.filter(selection.at("started_at"))


def calls(selection: Selection) -> Counting:
    """Connection counts telephone calls; requests came whatever way."""
    has_order = Exists(WorkOrder.objects.filter(call=OuterRef("pk")))
    return tally(
        selection,
        records(selection).annotate(has_order=has_order),
        "started_at",
        **record_counts(selection.region, selection.today),
        requests_valid=Count("pk", filter=VALID),
        requests_direct=Count("pk", filter=DIRECT & Q(has_order=False)),
    )


def unrecorded(selection: Selection) -> QuerySet[LineCall]:
    """Telephone calls nobody has on record, missed or not registered: they were offered all the same."""
    rows: QuerySet[LineCall] = LineCall.objects.unrecorded().filter(selection.at("began_at"))
    return rows


def lines(selection: Selection) -> Counting:
    return tally(selection, unrecorded(selection), "began_at", **line_counts(selection.region, selection.today))


def repeated(selection: Selection) -> Counting:
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
    rows = records(selection).filter(VALID).annotate(same_number=Exists(earlier), was_merged=Exists(merged))
    return tally(selection, rows, "started_at", requests_repeated=Count("pk", filter=again))


def true_incidents(selection: Selection) -> QuerySet[GroupIncident]:
    """Strikes, gatherings and other incidents that were judged to be one."""
    return GroupIncident.objects.filter(selection.at("known_at")).exclude(state__in=["proposed", "dismissed"])


def incidents(selection: Selection) -> Counting:
    return tally(selection, true_incidents(selection), "known_at", group_incidents=Count("pk"))


def orders() -> QuerySet[WorkOrder]:
    """What was merged into another order is that order, and owes nothing."""
    return WorkOrder.objects.exclude(state=MERGED)


def opened_orders(selection: Selection) -> QuerySet[WorkOrder]:
    return orders().filter(selection.at("opened_at"))


def opened(selection: Selection) -> Counting:
    return tally(selection, opened_orders(selection), "opened_at", work_orders=Count("pk"))


def order_clocks(selection: Selection) -> QuerySet[OrderDeadline]:
    """What the units owed by a day of the period; a redo has a clock of its own."""
    rows = OrderDeadline.objects.filter(selection.on("due_on", "file__"), rule__code__startswith="order.")
    return rows.exclude(file__state=MERGED)


def clocks(selection: Selection) -> Counting:
    """The clock of a callback that ended because the inspector sent the order back is met by the next callback.

    A caller who rates the result without being rung has been asked as well.
    """
    callbacks = OrderEvent.objects.filter(
        file=OuterRef("file"), verb__in=["record_callback", "rate_by_caller"], at__date__gte=OuterRef("started_on")
    )
    rows = order_clocks(selection).annotate(called=Exists(callbacks))
    counted: dict[str, Any] = {}
    for rule, met, total, done in CLOCKS:
        owed = Q(rule__code__startswith=rule)
        counted |= {total: Count("pk", filter=owed), done: Count("pk", filter=owed & met)}
    return tally(selection, rows, "due_on", "file__", **counted)


def closed_orders(selection: Selection) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(selection.on("closed_on"))


def redone(selection: Selection) -> Counting:
    again = Q(send_backs__gt=0) | Q(redos__gt=0)
    counted: dict[str, Any] = {"orders_closed": Count("pk"), "orders_redone": Count("pk", filter=again)}
    return tally(selection, closed_orders(selection), "closed_on", **counted)


def rated_orders(selection: Selection) -> QuerySet[WorkOrder]:
    rows = WorkOrder.objects.filter(selection.on("called_back_on"))
    return rows.exclude(satisfaction__in=["", WorkOrder.Satisfaction.NOT_RATED])


def rated(selection: Selection) -> Counting:
    rows, content = rated_orders(selection), Q(satisfaction__in=CONTENT)
    return tally(selection, rows, "called_back_on", rated=Count("pk"), satisfied=Count("pk", filter=content))


def pressed_orders(selection: Selection) -> QuerySet[WorkOrder]:
    return orders().filter(selection.at("pressed_at"))


def pressed(selection: Selection) -> Counting:
    return tally(selection, pressed_orders(selection), "pressed_at", orders_pressed=Count("pk"))


def chases(selection: Selection) -> QuerySet[Chase]:
    """Written chases, one for each clock that ran out."""
    return Chase.objects.filter(selection.at("at", "order__")).exclude(order__state=MERGED)


def chased(selection: Selection) -> Counting:
    return tally(selection, chases(selection), "at", "order__", orders_chased=Count("pk"))


def obtaining() -> QuerySet[WorkOrder]:
    """What a unit reports to have obtained itself. A case or a matter keeps its own ledger, which is the deeper one."""
    told = CaseLink.objects.filter(call=OuterRef("call"), ended_at=None)
    return orders().filter(~Exists(told), case=None, matter=None, recovered__gt=0)


def obtaining_orders(selection: Selection) -> QuerySet[WorkOrder]:
    """By the day it was reported: on an order nobody says when it was paid."""
    return obtaining().filter(selection.at("fed_back_at"))


def obtained(selection: Selection) -> Counting:
    sums: dict[str, Any] = {"recovered": Sum("recovered"), "recovered_other": Sum("recovered")}
    return tally(selection, obtaining_orders(selection), "fed_back_at", **sums)
