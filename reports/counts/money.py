"""Counts of what follows an agreement: instalments, payments, and the ways to enforce it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum

from disputes.models import DisputeCase, DisputeDeadline, Instalment, Payment, PostAgreementRoute
from referrals.models import Referral
from reports.counts.selection import Selection
from reports.counts.tally import Counting, tally

CONFIRMATION = PostAgreementRoute.Kind.JUDICIAL_CONFIRMATION
WAYS = {
    "confirmations_filed": CONFIRMATION,
    "reviews_filed": PostAgreementRoute.Kind.ARBITRAL_REVIEW,
    "payment_orders_filed": PostAgreementRoute.Kind.PAYMENT_ORDER,
}
LIVE = ~Q(file__state=DisputeCase.State.MERGED)  # what hangs on a case merged into another is counted there


def money_counts(selection: Selection) -> Iterator[Counting]:
    yield paid(selection)
    yield windows(selection)
    yield confirmed(selection)
    yield granted(selection)
    yield filed(selection)
    yield performed(selection)
    yield due(selection)
    yield paid_in_time(selection)


def ledger(rows: QuerySet[Any], selection: Selection) -> Counting:
    """Money workers really received, by the day it was paid; what went back was entered below zero."""
    kinds: dict[str, Any] = {f"recovered_{kind.value}": Sum("amount", filter=Q(kind=kind)) for kind in Payment.Kind}
    sums = {"recovered": Sum("amount"), "recovered_persons": Sum("person_count", filter=Q(amount__gt=0))}
    return tally(selection, rows.filter(selection.on("paid_on", "file__")), "paid_on", "file__", **sums, **kinds)


def case_payments() -> QuerySet[Payment]:
    return Payment.objects.filter(LIVE)


def paid(selection: Selection) -> Counting:
    return ledger(case_payments(), selection)


def confirmation_windows(selection: Selection) -> QuerySet[DisputeDeadline]:
    """By the end of the 30 days for the joint application (Civil Procedure Law art. 205)."""
    filed = Referral.objects.filter(case=OuterRef("file"), kind=CONFIRMATION, sent_on__isnull=False)
    ways = PostAgreementRoute.objects.filter(case=OuterRef("file"), kind=CONFIRMATION)
    clocks = DisputeDeadline.objects.filter(LIVE, rule__code="agreement.judicial_confirmation")
    found: QuerySet[DisputeDeadline] = clocks.filter(selection.on("due_on", "file__")).annotate(
        confirmed=Exists(filed.filter(result="confirmed")) | Exists(ways.filter(state="granted")),
        pending=Exists(filed.filter(result="")) | Exists(ways.filter(state__in=("filed", "docketed"))),
    )
    return found


def windows(selection: Selection) -> Counting:
    return tally(
        selection,
        confirmation_windows(selection),
        "due_on",
        "file__",
        confirmation_windows=Count("pk"),
        confirmed=Count("pk", filter=Q(confirmed=True)),
        confirmation_pending=Count("pk", filter=Q(confirmed=False, pending=True)),
    )


def confirmed_referrals(selection: Selection) -> QuerySet[Referral]:
    """Cases confirmed by a court, by the day of its ruling; where a way of the case tells it, the referral does not."""
    told = PostAgreementRoute.objects.filter(case=OuterRef("case"), kind=CONFIRMATION, state="granted")
    rows = Referral.objects.filter(~Exists(told), kind=CONFIRMATION, result="confirmed", case__isnull=False)
    return rows.exclude(case__state=DisputeCase.State.MERGED).filter(selection.on("result_on", "case__"))


def confirmed(selection: Selection) -> Counting:
    rows = confirmed_referrals(selection)
    return tally(selection, rows, "result_on", "case__", judicial_confirmations=Count("pk"))


def filed_ways(selection: Selection) -> QuerySet[PostAgreementRoute]:
    """Ways taken after an agreement, by the day they were filed."""
    return ways().filter(selection.on("filed_on", "case__"))


def filed(selection: Selection) -> Counting:
    counts: dict[str, Any] = {name: Count("pk", filter=Q(kind=kind)) for name, kind in WAYS.items()}
    return tally(selection, filed_ways(selection), "filed_on", "case__", **counts)


def granted_ways(selection: Selection) -> QuerySet[PostAgreementRoute]:
    return ways().filter(selection.on("ended_on", "case__"), state="granted", kind=CONFIRMATION)


def granted(selection: Selection) -> Counting:
    return tally(selection, granted_ways(selection), "ended_on", "case__", judicial_confirmations=Count("pk"))


def ways() -> QuerySet[PostAgreementRoute]:
    return PostAgreementRoute.objects.exclude(case__state=DisputeCase.State.MERGED)


def last_instalments(selection: Selection) -> QuerySet[Instalment]:
    """Agreements by the last day agreed for a payment."""
    plan = Instalment.objects.filter(file=OuterRef("file"))
    later = plan.filter(Q(due_on__gt=OuterRef("due_on")) | Q(due_on=OuterRef("due_on"), pk__gt=OuterRef("pk")))
    return Instalment.objects.filter(LIVE, ~Exists(later), selection.on("due_on", "file__"))


def performed(selection: Selection) -> Counting:
    plan = Instalment.objects.filter(file=OuterRef("file"))
    in_time = Payment.objects.filter(file=OuterRef("file"), paid_on__lte=OuterRef("due_on"))
    rows = last_instalments(selection)
    rows = rows.annotate(owed=summed(plan, Sum("amount")), in_time=summed(in_time, Sum("amount")))
    in_full = Q(in_time__gte=F("owed"))
    return tally(
        selection, rows, "due_on", "file__", performance_due=Count("pk"), performed=Count("pk", filter=in_full)
    )


def summed(rows: QuerySet[Any], total: Any, by: str = "file") -> Subquery:
    """One number for each case, or instalment, from the rows that belong to it."""
    return Subquery(rows.order_by().values(by).annotate(total=total).values("total")[:1])


def instalments(selection: Selection) -> QuerySet[Instalment]:
    return Instalment.objects.filter(LIVE, selection.on("due_on", "file__"))


def due(selection: Selection) -> Counting:
    """What was agreed for days of the period; an instalment is kept when it was paid in full by its day."""
    in_time = Payment.objects.filter(instalment=OuterRef("pk"), paid_on__lte=OuterRef("due_on"))
    rows = instalments(selection).annotate(in_time=summed(in_time, Sum("amount"), "instalment"))
    return tally(
        selection,
        rows,
        "due_on",
        "file__",
        amount_due=Sum("amount"),
        instalments_due=Count("pk"),
        instalments_kept=Count("pk", filter=Q(in_time__gte=F("amount"))),
    )


def paid_in_time(selection: Selection) -> Counting:
    rows = Payment.objects.filter(LIVE, selection.on("instalment__due_on", "file__"))
    rows = rows.filter(paid_on__lte=F("instalment__due_on"))
    return tally(selection, rows, "instalment__due_on", "file__", amount_paid_in_time=Sum("amount"))
