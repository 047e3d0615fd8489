"""Counts that only the official forms ask for: ways after an agreement, referrals by partner, presses, incidents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q

from casework.subtree import within
from disputes.models import PostAgreementRoute
from hotline.models import GroupIncident, WorkOrder
from referrals.models import Referral
from reports.counts.cases import cases
from reports.counts.tally import Tally, instants, merged, tally
from reports.question import Question

WAYS = {
    "confirmations_filed": PostAgreementRoute.Kind.JUDICIAL_CONFIRMATION,
    "reviews_filed": PostAgreementRoute.Kind.ARBITRAL_REVIEW,
    "payment_orders_filed": PostAgreementRoute.Kind.PAYMENT_ORDER,
}
PARTNERS = {f"sent_to_{kind}": kind for kind in ("court", "procuratorate", "hr", "justice")}


def official_counts(question: Question) -> Tally:
    """By the same keys as `counts_by_key`; only of a breakdown by organisation, or of none."""
    return merged(counted(question))


def counted(question: Question) -> Iterator[Tally]:
    yield ways(question)
    yield partners(question)
    yield pressed(question)
    yield incidents(question)


def ways(question: Question) -> Tally:
    days = (question.period.first, question.period.last)
    rows = PostAgreementRoute.objects.filter(case__in=cases(question), filed_on__range=days)
    named: dict[str, Any] = {name: Count("pk", filter=Q(kind=kind)) for name, kind in WAYS.items()}
    return tally(question, rows, "filed_on", "case__", **named)


def partners(question: Question) -> Tally:
    rows = Referral.objects.within(question.officer).filter(
        scope__startswith=question.org.path, sent_on__range=(question.period.first, question.period.last)
    )
    named: dict[str, Any] = {name: Count("pk", filter=Q(authority__kind=kind)) for name, kind in PARTNERS.items()}
    return tally(question, rows, "sent_on", **named)


def pressed(question: Question) -> Tally:
    begin, end = instants(question)
    rows = WorkOrder.objects.within(question.officer).filter(within(question.org.path))
    rows = rows.filter(pressed_at__gte=begin, pressed_at__lt=end)
    return tally(question, rows, "pressed_at", orders_pressed=Count("pk"))


def incidents(question: Question) -> Tally:
    """Few may know of an incident; how many there were names nobody."""
    begin, end = instants(question)
    rows = GroupIncident.objects.within(question.officer).filter(
        scope__startswith=question.org.path, known_at__gte=begin, known_at__lt=end
    )
    return tally(question, rows.exclude(state="dismissed"), "known_at", group_incidents=Count("pk"))
