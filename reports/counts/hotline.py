"""Counts of the hotline: calls, what they led to, and how the callers found it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from casework.deadlines import policy_in
from casework.subtree import within
from hotline.connection import DIRECT, VALID, line_counts, record_counts
from hotline.models import CallRecord, LineCall, OrderDeadline, OrderEvent, WorkOrder
from hotline.querysets import CallQuerySet
from reports.counts.tally import Tally, instants, tally
from reports.question import Question

CONTENT = [WorkOrder.Satisfaction.VERY_SATISFIED, WorkOrder.Satisfaction.SATISFIED]

IN_TIME = Q(met_on__lte=F("due_on"))
CLOCKS = [
    ("order.dispatch", IN_TIME, "dispatches_due", "dispatched_on_time"),
    ("order.sign", IN_TIME, "signatures_due", "signed_on_time"),
    ("order.finish.", IN_TIME, "orders_due", "orders_on_time"),
    ("order.callback", Q(called=True), "callbacks_due", "called_back"),
]


def hotline_counts(question: Question) -> Iterator[Tally]:
    yield calls(question)
    yield lines(question)
    yield orders(question)
    yield clocks(question)
    yield redone(question)
    yield repeated(question)
    yield rated(question)


def calls_of(question: Question) -> CallQuerySet:
    begin, end = instants(question)
    rows: CallQuerySet = CallRecord.objects.within(question.officer)
    return rows.filter(within(question.org.path), started_at__gte=begin, started_at__lt=end)


def calls(question: Question) -> Tally:
    """Connection counts telephone calls; requests came whatever way."""
    has_order = Exists(WorkOrder.objects.filter(call=OuterRef("pk")))
    return tally(
        question,
        calls_of(question).annotate(has_order=has_order),
        "started_at",
        **record_counts(question.org.region, question.today),
        requests_valid=Count("pk", filter=VALID),
        requests_direct=Count("pk", filter=DIRECT & Q(has_order=False)),
    )


def lines(question: Question) -> Tally:
    """Telephone calls nobody has on record, missed or not registered: they were offered all the same."""
    begin, end = instants(question)
    rows = LineCall.objects.within(question.officer).unrecorded()
    rows = rows.filter(within(question.org.path), began_at__gte=begin, began_at__lt=end)
    return tally(question, rows, "began_at", **line_counts(question.org.region, question.today))


def orders(question: Question) -> Tally:
    begin, end = instants(question)
    rows = WorkOrder.objects.within(question.officer).filter(
        within(question.org.path), opened_at__gte=begin, opened_at__lt=end
    )
    return tally(question, rows.exclude(state=WorkOrder.State.MERGED), "opened_at", work_orders=Count("pk"))


def clocks(question: Question) -> Tally:
    """What the units owed by a day of the period; a redo has a clock of its own. What was merged owes nothing.

    A clock for the callback that ended because the inspector sent the order back is met by the callback that follows.
    """
    orders = WorkOrder.objects.within(question.officer).exclude(state=WorkOrder.State.MERGED)
    calls = OrderEvent.objects.filter(
        file=OuterRef("file"), verb="record_callback", at__date__gte=OuterRef("started_on")
    )
    rows = OrderDeadline.objects.filter(
        file__in=orders.filter(within(question.org.path)),
        rule__code__startswith="order.",
        due_on__range=(question.period.first, question.period.last),
    ).annotate(called=Exists(calls))
    counted: dict[str, Any] = {}
    for rule, met, total, done in CLOCKS:
        owed = Q(rule__code__startswith=rule)
        counted |= {total: Count("pk", filter=owed), done: Count("pk", filter=owed & met)}
    return tally(question, rows, "due_on", "file__", **counted)


def redone(question: Question) -> Tally:
    rows = WorkOrder.objects.within(question.officer).filter(
        within(question.org.path), closed_on__range=(question.period.first, question.period.last)
    )
    again = Q(send_backs__gt=0) | Q(redos__gt=0)
    counted: dict[str, Any] = {"orders_closed": Count("pk"), "orders_redone": Count("pk", filter=again)}
    return tally(question, rows, "closed_on", **counted)


def repeated(question: Question) -> Tally:
    """Callers who wish to stay anonymous are never brought together by their number."""
    span = timedelta(days=int(policy_in("repeat_call_days", question.org.region, question.today)))
    earlier = CallRecord.objects.filter(
        VALID,
        phone_index=OuterRef("phone_index"),
        category=OuterRef("category"),
        anonymous=False,
        started_at__lt=OuterRef("started_at"),
        started_at__gte=OuterRef("started_at") - span,
    )
    merged = WorkOrder.objects.filter(call=OuterRef("pk"), state=WorkOrder.State.MERGED)
    again = Q(about__isnull=False) | Q(was_merged=True) | (Q(same_number=True, anonymous=False) & ~Q(phone_index=""))
    rows = calls_of(question).filter(VALID).annotate(same_number=Exists(earlier), was_merged=Exists(merged))
    return tally(question, rows, "started_at", requests_repeated=Count("pk", filter=again))


def rated(question: Question) -> Tally:
    rows = WorkOrder.objects.within(question.officer).filter(
        within(question.org.path),
        called_back_on__range=(question.period.first, question.period.last),
    )
    rows = rows.exclude(satisfaction__in=["", WorkOrder.Satisfaction.NOT_RATED])
    content = Q(satisfaction__in=CONTENT)
    return tally(question, rows, "called_back_on", rated=Count("pk"), satisfied=Count("pk", filter=content))
