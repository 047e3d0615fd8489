"""Counts of referrals: sent, acknowledged, answered, and how long that took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet, Sum

from organizations.models import Authority
from referrals.models import Referral, ReferralDeadline, ReferralKind, ReferralRecovery
from reports.counts.money import ledger
from reports.counts.selection import Selection
from reports.counts.tally import Counting, tally

OUTGOING = Referral.Direction.OUTGOING
PARTNERS = {
    "court": Authority.Kind.COURT,
    "procuratorate": Authority.Kind.PROCURATORATE,
    "hr": Authority.Kind.HR,
    "justice": Authority.Kind.JUSTICE,
}


def referral_counts(selection: Selection) -> Iterator[Counting]:
    yield sent(selection)
    yield received(selection)
    yield waited(selection, "acked_on", "acknowledged", "days_to_acknowledge")
    yield waited(selection, "result_on", "results", "days_to_result")
    yield clocks(selection)
    yield ledger(referral_payments(), selection)


def referral_payments() -> QuerySet[ReferralRecovery]:
    """What no case or document of the union holds."""
    return ReferralRecovery.objects.all()


def outgoing() -> QuerySet[Referral]:
    return Referral.objects.filter(direction=OUTGOING)


def sent_referrals(selection: Selection) -> QuerySet[Referral]:
    return outgoing().filter(selection.on("sent_on"))


def sent(selection: Selection) -> Counting:
    partners: dict[str, Any] = {
        f"sent_to_{name}": Count("pk", filter=Q(authority__kind=kind)) for name, kind in PARTNERS.items()
    }
    return tally(
        selection,
        sent_referrals(selection),
        "sent_on",
        referrals_sent=Count("pk"),
        referrals_taken_on=Count("pk", filter=Q(decided_on__isnull=False)),
        referrals_returned=Count("pk", filter=~Q(returned_code="")),
        **partners,
    )


def received_referrals(selection: Selection) -> QuerySet[Referral]:
    """Referrals authorities sent to the union, by the day they came in."""
    return Referral.objects.filter(selection.at("opened_at"), direction=Referral.Direction.INCOMING)


def received(selection: Selection) -> Counting:
    return tally(selection, received_referrals(selection), "opened_at", referrals_received=Count("pk"))


def answered_referrals(selection: Selection, day: str) -> QuerySet[Referral]:
    """What came back in the period: `day` is that of the receipt, or of the result."""
    return outgoing().filter(selection.on(day), sent_on__isnull=False)


def waited(selection: Selection, day: str, count: str, days: str) -> Counting:
    """Days from sending."""
    span = ExpressionWrapper(F(day) - F("sent_on"), output_field=DurationField())
    counts: dict[str, Any] = {count: Count("pk"), days: Sum(span)}
    return tally(selection, answered_referrals(selection, day), day, **counts)


def referral_clocks(selection: Selection) -> QuerySet[ReferralDeadline]:
    """What the authorities owed by a day of the period. Recalled referrals are owed by nobody."""
    rows = ReferralDeadline.objects.filter(selection.on("due_on", "file__"), file__direction=OUTGOING)
    return rows.exclude(file__state=Referral.State.RECALLED)


def acknowledgements() -> Q:
    return Q(rule__code__startswith="referral.ack")


def results() -> Q:
    return Q(rule__code__in=set(ReferralKind.objects.values_list("result_rule", flat=True)))


def clocks(selection: Selection) -> Counting:
    acknowledgement, result = acknowledgements(), results()
    return tally(
        selection,
        referral_clocks(selection),
        "due_on",
        "file__",
        acknowledgements_due=Count("pk", filter=acknowledgement),
        acknowledged_on_time=Count("pk", filter=acknowledgement & Q(file__acked_on__lte=F("due_on"))),
        results_due=Count("pk", filter=result),
        referrals_completed=Count("pk", filter=result & Q(file__result_on__isnull=False)),
    )
