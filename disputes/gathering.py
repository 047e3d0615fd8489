"""When so many workers take part that what happens among them may be an incident."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.deadlines import policy
from casework.models import DeadlineRule
from disputes.models import DisputeCase
from disputes.querysets import OPEN


@dataclass(frozen=True)
class Gathering:
    """From how many workers on, and how soon a gathering or stoppage is reported by telephone and in writing."""

    least: int
    minutes: int
    hours: int


def gathering_of(case: DisputeCase, today: date) -> Gathering | None:
    """What to be reminded of while an open case has that many workers."""
    least = policy("incident_risk_levels", case, today)["general"]
    if case.state not in OPEN or case.worker_count < least:
        return None
    rule = DeadlineRule.objects.in_force("incident.first_report", today, case.org.region)
    return Gathering(least, policy("incident_phone_report_minutes", case, today), rule.length)
