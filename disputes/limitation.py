"""How much is left of the year for arbitration (Mediation and Arbitration Law art. 27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casework.deadlines import policy, policy_in
from disputes.models import DisputeCase
from disputes.querysets import OPEN
from organizations.models import UnionOrg


@dataclass(frozen=True)
class Limitation:
    """`days` left, below zero when it has ended. In the last days legal aid begins before its checks."""

    expires_on: date
    days: int
    is_close: bool
    legal_aid_at_once: bool

    @property
    def is_over(self) -> bool:
        return self.days < 0


def limitation_of(case: DisputeCase, today: date) -> Limitation | None:
    """What to warn of: nothing while the end is far, unknown, or the case is no longer open."""
    expires_on = case.limitation_expires_on
    if expires_on is None or case.state not in OPEN:
        return None
    days = (expires_on - today).days
    warned = policy("limitation_warning_days", case, today)
    if days > max(warned):
        return None
    few = policy("legal_aid_before_checks_days", case, today)
    return Limitation(expires_on, days, is_close=days <= min(warned), legal_aid_at_once=0 <= days < few)


def warned_until(org: UnionOrg | None, today: date) -> date:
    """Up to which day the end of a limitation is pointed out to an organisation."""
    return today + timedelta(days=int(max(policy_in("limitation_warning_days", org.region if org else None, today))))
