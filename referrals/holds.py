"""Referrals that keep the file of a case from being destroyed."""

from __future__ import annotations

from disputes.models import DisputeCase
from referrals.models import Referral

DONE = {"closed", "recalled"}


def open_on(case: DisputeCase) -> list[str]:
    """The referrals of the case that have not come to an end."""
    return [str(referral) for referral in Referral.objects.filter(case=case).exclude(state__in=DONE)]
