"""Counts of dispute cases: closed in the period, accepted in it, open at its ends, and the money of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Count,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
)

from disputes.models import (
    MEDIATION_RULES,
    DisputeCase,
    DisputeDeadline,
    DisputePause,
    Instalment,
    Payment,
    PostAgreementRoute,
)
from referrals.models import Referral
from reports.counts.keys import SPANS, spans
from reports.counts.tally import Tally, merged, tally, totals
from reports.periods import Period
from reports.question import Question

End = DisputeCase.Outcome
SUCCEEDED = [End.AGREED, End.RECONCILED]
CONCLUDED = [*SUCCEEDED, End.FAILED, End.TERMINATED, End.WITHDRAWN]
COURT_ANSWER = "court.assignment_answer"
MEDIATION_CLOCKS = Q(rule__code__in=MEDIATION_RULES)


def case_counts(question: Question) -> Iterator[Tally]:
    yield closed(question)
    yield intake(question)
    yield stock(question)
    yield paid(question)
    yield confirmation(question)
    yield performed(question)
    yield instalments(question)


def cases(question: Question) -> QuerySet[DisputeCase]:
    """Cases of the subtree. A case belongs to the union that handles it, so each is there once; a case merged into
    another is counted as that one. Restricted cases count like others: a sum names nobody.
    """
    return DisputeCase.objects.within(question.officer).counted().filter(scope__startswith=question.org.path)


def last_day() -> Subquery:
    """The last day of mediation as it stands, extensions and stops included."""
    clocks = DisputeDeadline.objects.filter(MEDIATION_CLOCKS, file=OuterRef("pk"))
    return Subquery(clocks.order_by("-pk").values("due_on")[:1], output_field=DateField())


def stopped_days() -> Subquery:
    """The days the clock of mediation stood still, or that of the answer to a court before it began."""
    stops = DisputePause.objects.filter(
        deadline__file=OuterRef("pk"),
        deadline__in=DisputeDeadline.objects.filter(MEDIATION_CLOCKS | Q(rule__code=COURT_ANSWER)),
        until_on__isnull=False,
    )
    length = ExpressionWrapper(F("until_on") - F("from_on"), output_field=DurationField())
    return Subquery(stops.values("deadline__file").annotate(days=Sum(length)).values("days")[:1])


def closed(question: Question) -> Tally:
    """The closing cohort. An application that was never accepted counts only when it was transferred."""
    rows = cases(question).filter(closed_on__range=(question.period.first, question.period.last))
    rows = rows.annotate(last_day=last_day(), stopped=stopped_days())
    concluded = Q(outcome__in=CONCLUDED, accepted_on__isnull=False)
    return tally(question, rows, "closed_on", **outcomes(concluded), **weights(concluded))


def outcomes(concluded: Q) -> dict[str, Any]:
    """How many ended how."""
    transferred = Q(outcome=End.TRANSFERRED)
    ends = {End.AGREED: "agreed", End.RECONCILED: "reconciled", End.FAILED: "failed", End.TERMINATED: "terminated"}
    ends |= {End.WITHDRAWN: "withdrawn"}
    court = Q(origin=DisputeCase.Origin.COURT_ASSIGNED)
    succeeded = Q(outcome__in=SUCCEEDED)
    return {
        **{name: Count("pk", filter=concluded & Q(outcome=end)) for end, name in ends.items()},
        "transferred": Count("pk", filter=transferred),
        "transferred_accepted": Count("pk", filter=transferred & Q(accepted_on__isnull=False)),
        "court_succeeded": Count("pk", filter=concluded & court & succeeded),
        "court_concluded": Count("pk", filter=concluded & court),
        "on_time": Count("pk", filter=concluded & Q(closed_on__lte=F("last_day"))),
        "group_cases": Count("pk", filter=concluded & Q(is_group=True)),
    }


def weights(concluded: Q) -> dict[str, Any]:
    """Persons, yuan and days of the same cases."""
    succeeded = concluded & Q(outcome__in=SUCCEEDED)
    span = ExpressionWrapper(F("closed_on") - F("received_on"), output_field=DurationField())
    return {
        "persons": Sum("worker_count", filter=concluded),
        "persons_succeeded": Sum("worker_count", filter=succeeded),
        "group_persons": Sum("worker_count", filter=concluded & Q(is_group=True)),
        "amount_claimed": Sum("amount_claimed", filter=concluded),
        "amount_agreed": Sum("amount_agreed", filter=succeeded),
        "days": Sum(span, filter=concluded),
        "stopped_days": Sum("stopped", filter=concluded),
    }


def intake(question: Question) -> Tally:
    """The cohort by the day of acceptance, as courts look at it, with what is open on the day of the query."""
    rows = cases(question).filter(accepted_on__range=(question.period.first, question.period.last))
    done = Q(closed_on__lte=question.today)
    return tally(
        question,
        rows,
        "accepted_on",
        accepted=Count("pk"),
        amount_claimed_accepted=Sum("amount_claimed"),
        intake_succeeded=Count("pk", filter=done & Q(outcome__in=SUCCEEDED)),
        intake_concluded=Count("pk", filter=done & Q(outcome__in=CONCLUDED)),
        intake_open=Count("pk", filter=Q(closed_on=None) | Q(closed_on__gt=question.today)),
    )


def stock(question: Question) -> Tally:
    """What was open when the period began, and overdue when it ended."""
    rows = cases(question).filter(accepted_on__isnull=False).annotate(last_day=last_day())
    if question.by not in SPANS:
        return tally(
            question,
            rows.filter(still_open(question.period.first)),
            "accepted_on",
            **standing(question.period, question),
        )
    found = spans(question)
    return totals(rows, found, lambda key: standing(found[key], question))


def still_open(day: date) -> Q:
    """Not closed before the day."""
    return Q(closed_on=None) | Q(closed_on__gte=day)


def standing(period: Period, question: Question) -> dict[str, Any]:
    """A period that is not over yet is looked at today."""
    last = min(period.last, question.today)
    before = Q(accepted_on__lt=period.first) & still_open(period.first)
    late = Q(accepted_on__lte=last, last_day__lt=last) & still_open(last + timedelta(days=1))
    return {"opening_backlog": Count("pk", filter=before), "overdue_open": Count("pk", filter=late)}


def paid(question: Question) -> Tally:
    """Money workers really received, by the day it was paid."""
    rows = Payment.objects.filter(
        file__in=cases(question), paid_on__range=(question.period.first, question.period.last)
    )
    insurance = Q(kind=Payment.Kind.SOCIAL_INSURANCE)
    return tally(
        question,
        rows,
        "paid_on",
        "file__",
        recovered=Sum("amount"),
        recovered_social_insurance=Sum("amount", filter=insurance),
    )


def confirmation(question: Question) -> Tally:
    """By the end of the 30 days for the joint application (Civil Procedure Law art. 205)."""
    filed = Referral.objects.filter(case=OuterRef("file"), kind="judicial_confirmation", sent_on__isnull=False)
    ways = PostAgreementRoute.objects.filter(case=OuterRef("file"), kind="judicial_confirmation")
    rows = DisputeDeadline.objects.filter(
        file__in=cases(question),
        rule__code="agreement.judicial_confirmation",
        due_on__range=(question.period.first, question.period.last),
    ).annotate(
        confirmed=Exists(filed.filter(result="confirmed")) | Exists(ways.filter(state="granted")),
        pending=Exists(filed.filter(result="")) | Exists(ways.filter(state__in=("filed", "docketed"))),
    )
    return tally(
        question,
        rows,
        "due_on",
        "file__",
        confirmation_windows=Count("pk"),
        confirmed=Count("pk", filter=Q(confirmed=True)),
        confirmation_pending=Count("pk", filter=Q(confirmed=False, pending=True)),
    )


def performed(question: Question) -> Tally:
    """Agreements by the last day agreed for a payment."""
    rows = cases(question).annotate(
        last_due=summed(Instalment.objects.filter(file=OuterRef("pk")), "file", Max("due_on"))
    )
    rows = rows.filter(last_due__range=(question.period.first, question.period.last))
    in_time = Payment.objects.filter(file=OuterRef("pk"), paid_on__lte=OuterRef("last_due"))
    rows = rows.annotate(
        owed=summed(Instalment.objects.filter(file=OuterRef("pk")), "file", Sum("amount")),
        paid_in_time=summed(in_time, "file", Sum("amount")),
    )
    in_full = Q(paid_in_time__gte=F("owed"))
    return tally(question, rows, "last_due", performance_due=Count("pk"), performed=Count("pk", filter=in_full))


def summed(rows: QuerySet[Any], case: str, total: Any) -> Subquery:
    """One number for each case from the rows that belong to it."""
    return Subquery(rows.order_by().values(case).annotate(total=total).values("total")[:1])


def instalments(question: Question) -> Tally:
    """What was agreed for days of the period, and what of it was paid by its day."""
    days = (question.period.first, question.period.last)
    due = Instalment.objects.filter(file__in=cases(question), due_on__range=days)
    paid = Payment.objects.filter(
        file__in=cases(question), instalment__due_on__range=days, paid_on__lte=F("instalment__due_on")
    )
    return merged(
        [
            tally(question, due, "due_on", "file__", amount_due=Sum("amount")),
            tally(question, paid, "instalment__due_on", "file__", amount_paid_in_time=Sum("amount")),
        ]
    )
