"""Counts of the hotline: calls, what they led to, and how the callers found it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, Q

from hotline.connection import DIRECT, VALID, line_counts, record_counts
from hotline.models import CallRecord, LineCall, OrderDeadline, WorkOrder
from reports.counts.tally import Tally, instants, tally
from reports.question import Question

CONTENT = [WorkOrder.Satisfaction.VERY_SATISFIED, WorkOrder.Satisfaction.SATISFIED]


def hotline_counts(question: Question) -> Iterator[Tally]:
    yield calls(question)
    yield lines(question)
    yield orders(question)
    yield due(question)
    yield rated(question)


def calls(question: Question) -> Tally:
    """Connection counts telephone calls; requests came whatever way."""
    begin, end = instants(question)
    has_order = Exists(WorkOrder.objects.filter(call=OuterRef("pk")))
    rows = CallRecord.objects.within(question.officer).filter(
        scope__startswith=question.org.path, started_at__gte=begin, started_at__lt=end
    )
    return tally(
        question,
        rows.annotate(has_order=has_order),
        "started_at",
        **record_counts(question.org.region, question.today),
        requests_valid=Count("pk", filter=VALID),
        requests_direct=Count("pk", filter=DIRECT & Q(has_order=False)),
    )


def lines(question: Question) -> Tally:
    """Telephone calls nobody has on record, missed or not registered: they were offered all the same."""
    begin, end = instants(question)
    rows = LineCall.objects.within(question.officer).unrecorded()
    rows = rows.filter(scope__startswith=question.org.path, began_at__gte=begin, began_at__lt=end)
    return tally(question, rows, "began_at", **line_counts(question.org.region, question.today))


def orders(question: Question) -> Tally:
    begin, end = instants(question)
    rows = WorkOrder.objects.within(question.officer).filter(
        scope__startswith=question.org.path, opened_at__gte=begin, opened_at__lt=end
    )
    return tally(question, rows.exclude(state=WorkOrder.State.MERGED), "opened_at", work_orders=Count("pk"))


def due(question: Question) -> Tally:
    """Orders whose period for the result ended in the period; a redo has its own."""
    orders = WorkOrder.objects.within(question.officer).exclude(state=WorkOrder.State.MERGED)
    rows = OrderDeadline.objects.filter(
        file__in=orders.filter(scope__startswith=question.org.path),
        rule__code__startswith="order.finish.",
        due_on__range=(question.period.first, question.period.last),
    )
    in_time = Q(met_on__lte=F("due_on"))
    return tally(question, rows, "due_on", "file__", orders_due=Count("pk"), orders_on_time=Count("pk", filter=in_time))


def rated(question: Question) -> Tally:
    rows = WorkOrder.objects.within(question.officer).filter(
        scope__startswith=question.org.path,
        called_back_on__range=(question.period.first, question.period.last),
    )
    rows = rows.exclude(satisfaction__in=["", WorkOrder.Satisfaction.NOT_RATED])
    content = Q(satisfaction__in=CONTENT)
    return tally(question, rows, "called_back_on", rated=Count("pk"), satisfied=Count("pk", filter=content))
