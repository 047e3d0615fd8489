"""What is asked of the figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.deadlines import policy_in
from organizations.models import Duty, Officer, UnionOrg
from reports.periods import Period

READERS = {
    Duty.STATISTICIAN,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.DUTY_LEADER,
    Duty.CASE_OFFICER,
}


@dataclass(frozen=True)
class Question:
    """Whose files, in which period, in what breakdown ("" for one row), asked by whom on which day."""

    officer: Officer
    org: UnionOrg
    period: Period
    by: str
    today: date

    @property
    def is_running(self) -> bool:
        """The period is not over: more may happen in it."""
        return self.period.last >= self.today


def floor_of(question: Question) -> int:
    """Fewer cases than this make no rate."""
    return int(policy_in("small_number_floor", question.org.region, question.today))
