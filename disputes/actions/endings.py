"""Ends without agreement, and the end of the file itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from casework import deadlines
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@transaction.atomic
def fail(
    case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, end_reason: str, advice: str, reason: str
) -> DisputeCase:
    """No agreement was reached; the parties are told which ways remain (People's Mediation Law art. 26)."""
    changes: dict[str, Any] = {"end_reason": end_reason, "advice": advice, "outcome": DisputeCase.Outcome.FAILED}
    return conclude(case, "fail", by=by, at=at, note=reason, closed_on=closed_on, **changes)


@transaction.atomic
def withdraw(case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, reason: str) -> DisputeCase:
    """The applicant takes the application back."""
    outcome = DisputeCase.Outcome.WITHDRAWN
    return conclude(case, "withdraw", by=by, at=at, note=reason, closed_on=closed_on, outcome=outcome)


@transaction.atomic
def terminate(
    case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, end_reason: str, advice: str, reason: str
) -> DisputeCase:
    """Mediation cannot go on: a side refuses, cannot be reached, has died, or the dispute is a sham."""
    changes: dict[str, Any] = {"end_reason": end_reason, "advice": advice, "outcome": DisputeCase.Outcome.TERMINATED}
    return conclude(case, "terminate", by=by, at=at, note=reason, closed_on=closed_on, **changes)


def conclude(
    case: DisputeCase, verb: str, *, by: Officer, at: datetime, note: str, closed_on: date, **changes: Any
) -> DisputeCase:
    """Set outcome and day, and stop every clock."""
    case = WORKFLOW.advance(case, verb, by=by, at=at, note=note, closed_on=closed_on, **changes)
    deadlines.meet_all(case, closed_on)
    return case


@transaction.atomic
def close_out(case: DisputeCase, *, by: Officer, at: datetime, closed_out_on: date, callback: str) -> DisputeCase:
    """Nothing is left to perform and the parties were asked: the case is closed."""
    changes: dict[str, Any] = {"closed_out_on": closed_out_on, "callback": callback}
    return WORKFLOW.advance(case, "close_out", by=by, at=at, **changes)


@transaction.atomic
def archive(case: DisputeCase, *, by: Officer, at: datetime, archived_on: date) -> DisputeCase:
    """Put the file away. Group cases are kept longer than others: policy `retention_years`."""
    years = deadlines.policy("retention_years", case, archived_on)
    kept = years["group_case" if case.is_group else "case"]
    return WORKFLOW.advance(case, "archive", by=by, at=at, archived_on=archived_on, retention_years=kept)
