"""What to ask and to say, by category: a list kept as data, in the order of the conversation."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.deadlines import foresee, policy_in
from organizations.models import Region

PROMPTS = Path(__file__).parent / "data" / "prompts.csv"


@cache
def table() -> list[dict[str, str]]:
    with PROMPTS.open(encoding="utf-8", newline="") as rows:
        return sorted(csv.DictReader(rows), key=lambda row: int(row["position"]))


def prompts_for(category: str) -> list[str]:
    """The lines for the first-level category of a code; without a category those for every call."""
    return [row["text"] for row in table() if row["category"] == category[:2]]


@dataclass(frozen=True)
class Limitation:
    """How long arbitration can still be asked for."""

    due_on: date
    days_left: int
    basis: str
    warned_days: int = 0

    @property
    def is_over(self) -> bool:
        return self.days_left < 0

    @property
    def tone(self) -> str:
        if self.is_over:
            return "danger"
        return "warning" if self.days_left <= self.warned_days else "neutral"


def limitation_from(day: date, region: Region | None, today: date) -> Limitation:
    """The year for arbitration runs from the day the infringement was known (Mediation and Arbitration Law art. 27)."""
    rule, period = foresee(region, "arbitration.limitation", day)
    warned_days = max(policy_in("limitation_warning_days", region, today))
    return Limitation(period.due_on, (period.due_on - today).days, rule.basis, warned_days)
