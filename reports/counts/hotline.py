"""Counts of the hotline: calls, what they led to, and how the callers found it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, Q

from casework.models import Policy
from casework.subtree import within
from hotline.models import CallRecord, OrderDeadline, WorkOrder
from reports.counts.tally import Tally, instants, tally
from reports.question import Question

CONTENT = [WorkOrder.Satisfaction.VERY_SATISFIED, WorkOrder.Satisfaction.SATISFIED]


def hotline_counts(question: Question) -> Iterator[Tally]:
    yield calls(question)
    yield orders(question)
    yield due(question)
    yield rated(question)


def seconds(question: Question, code: str) -> int:
    return int(Policy.objects.value_of(code, question.org.region, question.today))


def calls(question: Question) -> Tally:
    """Connection counts telephone calls; requests came whatever way."""
    begin, end = instants(question)
    rang = Q(channel=CallRecord.Channel.PHONE)
    answered = rang & Q(answered_at__isnull=False)
    valid = ~Q(request_type=CallRecord.RequestType.INVALID) & ~Q(facts="")
    has_order = Exists(WorkOrder.objects.filter(call=OuterRef("pk")))
    rows = CallRecord.objects.within(question.officer).filter(
        within(question.org.path), started_at__gte=begin, started_at__lt=end
    )
    return tally(
        question,
        rows.annotate(has_order=has_order),
        "started_at",
        calls_offered=Count("pk", filter=rang),
        calls_answered=Count("pk", filter=answered),
        calls_quick=Count(
            "pk", filter=answered & Q(ring_seconds__lte=seconds(question, "call_answered_within_seconds"))
        ),
        calls_abandoned=Count(
            "pk",
            filter=rang & Q(answered_at=None, ring_seconds__lte=seconds(question, "call_abandoned_within_seconds")),
        ),
        requests_valid=Count("pk", filter=valid),
        requests_direct=Count("pk", filter=valid & Q(state=CallRecord.State.CLOSED, has_order=False)),
    )


def orders(question: Question) -> Tally:
    begin, end = instants(question)
    rows = WorkOrder.objects.within(question.officer).filter(
        within(question.org.path), opened_at__gte=begin, opened_at__lt=end
    )
    return tally(question, rows.exclude(state=WorkOrder.State.MERGED), "opened_at", work_orders=Count("pk"))


def due(question: Question) -> Tally:
    """Orders whose period for the result ended in the period; a redo has its own."""
    orders = WorkOrder.objects.within(question.officer).exclude(state=WorkOrder.State.MERGED)
    rows = OrderDeadline.objects.filter(
        file__in=orders.filter(within(question.org.path)),
        rule__code__startswith="order.finish.",
        due_on__range=(question.period.first, question.period.last),
    )
    in_time = Q(met_on__lte=F("due_on"))
    return tally(question, rows, "due_on", "file__", orders_due=Count("pk"), orders_on_time=Count("pk", filter=in_time))


def rated(question: Question) -> Tally:
    rows = WorkOrder.objects.within(question.officer).filter(
        within(question.org.path),
        called_back_on__range=(question.period.first, question.period.last),
    )
    rows = rows.exclude(satisfaction__in=["", WorkOrder.Satisfaction.NOT_RATED])
    content = Q(satisfaction__in=CONTENT)
    return tally(question, rows, "called_back_on", rated=Count("pk"), satisfied=Count("pk", filter=content))
