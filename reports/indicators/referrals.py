"""The figures of referrals."""

from __future__ import annotations

from reports.indicators.value import Counts
from reports.rates import Rate


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
