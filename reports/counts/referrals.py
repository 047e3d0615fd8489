"""Counts of referrals: sent, acknowledged, answered."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, Q

from referrals.models import Referral, ReferralDeadline, ReferralKind
from reports.counts.tally import Tally, tally
from reports.question import Question


def referral_counts(question: Question) -> Iterator[Tally]:
    yield sent(question)
    yield clocks(question)


def sent(question: Question) -> Tally:
    rows = Referral.objects.within(question.officer).filter(
        scope__startswith=question.org.path, sent_on__range=(question.period.first, question.period.last)
    )
    return tally(
        question,
        rows,
        "sent_on",
        referrals_sent=Count("pk"),
        referrals_taken_on=Count("pk", filter=Q(decided_on__isnull=False)),
        referrals_returned=Count("pk", filter=~Q(returned_code="")),
    )


def clocks(question: Question) -> Tally:
    """What the authorities owed by a day of the period. Recalled referrals are owed by nobody."""
    referrals = Referral.objects.within(question.officer).filter(scope__startswith=question.org.path)
    rows = ReferralDeadline.objects.filter(
        file__in=referrals.exclude(state=Referral.State.RECALLED),
        due_on__range=(question.period.first, question.period.last),
    )
    acknowledgement = Q(rule__code__startswith="referral.ack")
    result = Q(rule__code__in=result_rules())
    return tally(
        question,
        rows,
        "due_on",
        "file__",
        acknowledgements_due=Count("pk", filter=acknowledgement),
        acknowledged_on_time=Count("pk", filter=acknowledgement & Q(file__acked_on__lte=F("due_on"))),
        results_due=Count("pk", filter=result),
        referrals_completed=Count("pk", filter=result & Q(file__result_on__isnull=False)),
    )


def result_rules() -> set[str]:
    return set(ReferralKind.objects.values_list("result_rule", flat=True))
