"""Counts of dispute cases: how those of the period ended, and what was accepted in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import (
    Count,
    DateField,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import Cast, Greatest

from disputes.models import MEDIATION_RULES, DisputeCase, DisputeDeadline, DisputePause
from reports.counts.selection import Selection
from reports.counts.tally import Counting, tally

End = DisputeCase.Outcome
SUCCEEDED = [End.AGREED, End.RECONCILED]
CONCLUDED = [*SUCCEEDED, End.FAILED, End.TERMINATED, End.WITHDRAWN]
COURT_ANSWER = "court.assignment_answer"
MEDIATION_CLOCKS = Q(rule__code__in=MEDIATION_RULES)
DAY = Value(timedelta(days=1), output_field=DurationField())


def case_counts(selection: Selection) -> Iterator[Counting]:
    yield closed(selection)
    yield in_time(selection)
    yield stopped(selection)
    yield intake(selection)


def stock_counts(selection: Selection) -> Iterator[Counting]:
    """What came into the stock of open, and of overdue, cases and what left it: sums over all days give the stock."""
    yield came(selection)
    yield left(selection)
    yield fell_late(selection)
    yield late_ended(selection)


def cases() -> QuerySet[DisputeCase]:
    """A case belongs to the union that handles it, so each is there once; a case merged into another is counted as
    that one. Restricted cases count like others: a sum names nobody.
    """
    return DisputeCase.objects.counted()


def last_clocks() -> QuerySet[DisputeDeadline]:
    """The clock of mediation as it stands, extensions and stops included: the newest one of each case."""
    clocks = DisputeDeadline.objects.filter(MEDIATION_CLOCKS)
    newer = clocks.filter(file=OuterRef("file"), pk__gt=OuterRef("pk"))
    return clocks.filter(~Exists(newer)).exclude(file__state=DisputeCase.State.MERGED)


def concluded(path: str = "") -> Q:
    """An application that was never accepted counts only when it was transferred."""
    return Q(**{f"{path}outcome__in": CONCLUDED, f"{path}accepted_on__isnull": False})


def closed_cases(selection: Selection) -> QuerySet[DisputeCase]:
    """The closing cohort, with those transferred."""
    return cases().filter(selection.on("closed_on"))


def concluded_cases(selection: Selection) -> QuerySet[DisputeCase]:
    return closed_cases(selection).filter(concluded())


def accepted_cases(selection: Selection) -> QuerySet[DisputeCase]:
    return cases().filter(selection.on("accepted_on"))


def closed(selection: Selection) -> Counting:
    rows = closed_cases(selection)
    return tally(selection, rows, "closed_on", **outcomes(concluded()), **weights(concluded()))


def in_time(selection: Selection) -> Counting:
    """Closed on or before the last day of mediation."""
    rows = last_clocks().filter(
        concluded("file__"), selection.on("file__closed_on", "file__"), file__closed_on__lte=F("due_on")
    )
    return tally(selection, rows, "file__closed_on", "file__", on_time=Count("pk"))


def stopped(selection: Selection) -> Counting:
    """The days the clock of mediation stood still, or that of the answer to a court before it began."""
    path = "deadline__file__"
    rows = DisputePause.objects.filter(concluded(path), selection.on(f"{path}closed_on", path))
    rows = rows.filter(until_on__isnull=False, deadline__rule__code__in=[*MEDIATION_RULES, COURT_ANSWER])
    rows = rows.exclude(deadline__file__state=DisputeCase.State.MERGED)
    length = ExpressionWrapper(F("until_on") - F("from_on"), output_field=DurationField())
    return tally(selection, rows, f"{path}closed_on", path, stopped_days=Sum(length))


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
    }


def intake(selection: Selection) -> Counting:
    """The cohort by the day of acceptance, as courts look at it, with what is still open; no end lies ahead."""
    rows = accepted_cases(selection)
    done = Q(closed_on__isnull=False)
    return tally(
        selection,
        rows,
        "accepted_on",
        amount_claimed_accepted=Sum("amount_claimed"),
        intake_succeeded=Count("pk", filter=done & Q(outcome__in=SUCCEEDED)),
        intake_concluded=Count("pk", filter=done & Q(outcome__in=CONCLUDED)),
        intake_open=Count("pk", filter=~done),
    )


def came(selection: Selection) -> Counting:
    return tally(selection, accepted_cases(selection), "accepted_on", accepted=Count("pk"))


def left(selection: Selection) -> Counting:
    """By the day of the end, which cannot take out a case before it came in."""
    rows = cases().filter(accepted_on__isnull=False, closed_on__isnull=False)
    rows = rows.annotate(left_on=Greatest("accepted_on", "closed_on")).filter(selection.on("left_on"))
    return tally(selection, rows, "left_on", left=Count("pk"))


def late() -> QuerySet[DisputeDeadline]:
    """Clocks of accepted cases that were not closed by their last day, with the first day on which they were late."""
    after = Cast(ExpressionWrapper(F("due_on") + DAY, output_field=DateTimeField()), DateField())
    rows = last_clocks().filter(file__accepted_on__isnull=False)
    rows = rows.annotate(late_on=Greatest(F("file__accepted_on"), after, output_field=DateField()))
    return rows.filter(Q(file__closed_on=None) | Q(file__closed_on__gt=F("late_on")))


def fell_late(selection: Selection) -> Counting:
    return tally(
        selection, late().filter(selection.on("late_on", "file__")), "late_on", "file__", fell_late=Count("pk")
    )


def late_ended(selection: Selection) -> Counting:
    rows = late().filter(selection.on("file__closed_on", "file__"))
    return tally(selection, rows, "file__closed_on", "file__", late_ended=Count("pk"))
