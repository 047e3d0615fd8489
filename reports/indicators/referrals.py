"""The figures of referrals."""

from __future__ import annotations

from decimal import Decimal

from reports.indicators.value import Counts
from reports.rates import Rate, mean


def referrals_sent(c: Counts) -> int:
    """Referrals sent in the period."""
    return c["referrals_sent"]


def referral_on_time_ack_rate(c: Counts) -> Rate:
    """Referrals to be acknowledged by a day in the period: acknowledged by that day ÷ all."""
    return Rate(c["acknowledged_on_time"], c["acknowledgements_due"])


def referral_completion_rate(c: Counts) -> Rate:
    """Referrals whose result was due in the period: completed ÷ all."""
    return Rate(c["referrals_completed"], c["results_due"])


def referral_adoption_rate(c: Counts) -> Rate:
    """Referrals of the period: taken on ÷ (taken on + returned)."""
    return Rate(c["referrals_taken_on"], c["referrals_taken_on"] + c["referrals_returned"])


def sent_to_court(c: Counts) -> int:
    """Of those sent: to a court."""
    return c["sent_to_court"]


def sent_to_procuratorate(c: Counts) -> int:
    """Of those sent: to a procuratorate."""
    return c["sent_to_procuratorate"]


def sent_to_hr(c: Counts) -> int:
    """Of those sent: to a human resources office."""
    return c["sent_to_hr"]


def sent_to_justice(c: Counts) -> int:
    """Of those sent: to a justice bureau."""
    return c["sent_to_justice"]


def referrals_received(c: Counts) -> int:
    """Referrals authorities sent to the union in the period."""
    return c["referrals_received"]


def avg_days_to_acknowledge(c: Counts) -> Decimal | None:
    """Σ (signed for − sent) ÷ referrals signed for in the period."""
    return mean(c["days_to_acknowledge"], c["acknowledged"])


def avg_days_to_result(c: Counts) -> Decimal | None:
    """Σ (result − sent) ÷ referrals whose result came in the period."""
    return mean(c["days_to_result"], c["results"])
