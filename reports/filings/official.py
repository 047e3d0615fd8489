"""Counts that only the official forms ask for: ways after an agreement, referrals by partner, presses, incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from casework.subtree import within
from disputes.models import DisputeCase, PostAgreementRoute
from hotline.models import GroupIncident, WorkOrder
from organizations.models import UnionOrg
from referrals.models import Referral
from reports.indicators import Counts
from reports.question import Question

Rows = dict[str, Counts]
WAYS = {
    "confirmations_filed": PostAgreementRoute.Kind.JUDICIAL_CONFIRMATION,
    "reviews_filed": PostAgreementRoute.Kind.ARBITRAL_REVIEW,
    "payment_orders_filed": PostAgreementRoute.Kind.PAYMENT_ORDER,
}
PARTNERS = {f"sent_to_{kind}": kind for kind in ("court", "procuratorate", "hr", "justice")}


def official_counts(question: Question) -> Rows:
    """By the keys of the rows of a report by organisation."""
    key, found = row_of(question), defaultdict[str, Counts](Counts)
    for scope, counts in counted(question):
        found[key(scope)].update(counts)
    return found


def row_of(question: Question) -> Any:
    """From the scope of a file to the row it is counted in."""
    below = question.org.children.filter(kind=UnionOrg.Kind.FEDERATION)
    paths = {org.path: org.region_id for org in below}
    own = question.org.region_id
    return lambda scope: next((key for path, key in paths.items() if scope.startswith(path)), own)


def counted(question: Question) -> Iterator[tuple[str, Counts]]:
    days = (question.period.first, question.period.last)
    yield from by_scope(ways(question, days), "case__scope", "kind", WAYS)
    yield from by_scope(referrals(question, days), "scope", "authority__kind", PARTNERS)
    yield from all_of(pressed(question), "orders_pressed")
    yield from all_of(incidents(question), "group_incidents")


def by_scope(rows: QuerySet[Any], scope: str, column: str, values: dict[str, Any]) -> Iterator[tuple[str, Counts]]:
    named: dict[str, Any] = {name: Count("pk", filter=Q(**{column: value})) for name, value in values.items()}
    for row in rows.order_by().values(scope).annotate(**named):
        yield row.pop(scope), Counts(row)


def all_of(rows: QuerySet[Any], name: str) -> Iterator[tuple[str, Counts]]:
    for scope, n in rows.order_by().values_list("scope").annotate(n=Count("pk")):
        yield scope, Counts({name: n})


def cases_of(question: Question) -> QuerySet[DisputeCase]:
    """The cases that are counted: restricted ones too, as a sum names nobody; a merged one is that other case."""
    rows = DisputeCase.objects.within(question.officer).counted()
    return rows.filter(scope__startswith=question.org.path)


def ways(question: Question, days: tuple[date, date]) -> QuerySet[Any]:
    return PostAgreementRoute.objects.filter(case__in=cases_of(question).order_by(), filed_on__range=days)


def referrals(question: Question, days: tuple[date, date]) -> QuerySet[Any]:
    rows: QuerySet[Any] = Referral.objects.within(question.officer)
    return rows.filter(scope__startswith=question.org.path, sent_on__range=days)


def pressed(question: Question) -> QuerySet[Any]:
    begin, end = instants(question)
    rows: QuerySet[Any] = WorkOrder.objects.within(question.officer)
    return rows.filter(within(question.org.path), pressed_at__gte=begin, pressed_at__lt=end)


def incidents(question: Question) -> QuerySet[Any]:
    """Few may know of an incident; how many there were names nobody."""
    begin, end = instants(question)
    rows: QuerySet[Any] = GroupIncident.objects.within(question.officer).filter(scope__startswith=question.org.path)
    return rows.filter(known_at__gte=begin, known_at__lt=end).exclude(state="dismissed")


def instants(question: Question) -> tuple[datetime, datetime]:
    """From the first instant of the period to the first one after it, in Asia/Shanghai."""
    return midnight(question.period.first), midnight(question.period.last + timedelta(days=1))


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
