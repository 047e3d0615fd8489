"""The other ends of a case, and closing the file."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from casework import deadlines
from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Outcome = DisputeCase.Outcome


def end(
    case: DisputeCase,
    verb: str,
    outcome: str,
    *,
    ended_on: date,
    reason: str,
    advice: str,
    by: Officer,
    at: datetime,
) -> DisputeCase:
    """Every end without an agreement carries its reason and the advice given (People's Mediation Law art. 26)."""
    case = WORKFLOW.advance(
        case,
        verb,
        by=by,
        at=at,
        note=reason,
        outcome=outcome,
        outcome_reason=reason,
        advice=advice,
        closed_on=ended_on,
    )
    deadlines.meet_all(case, ended_on)
    return case


@transaction.atomic
def fail(case: DisputeCase, *, ended_on: date, reason: str, advice: str, by: Officer, at: datetime) -> DisputeCase:
    """No agreement could be reached; the parties are told where they can go now."""
    return end(case, "fail", Outcome.FAILED, ended_on=ended_on, reason=reason, advice=advice, by=by, at=at)


@transaction.atomic
def withdraw(
    case: DisputeCase, *, ended_on: date, reason: str, advice: str = "", by: Officer, at: datetime
) -> DisputeCase:
    """The applicant takes the application back."""
    return end(case, "withdraw", Outcome.WITHDRAWN, ended_on=ended_on, reason=reason, advice=advice, by=by, at=at)


@transaction.atomic
def terminate(case: DisputeCase, *, ended_on: date, reason: str, advice: str, by: Officer, at: datetime) -> DisputeCase:
    """A side refuses or cannot be reached, or the mediation was a sham."""
    return end(case, "terminate", Outcome.TERMINATED, ended_on=ended_on, reason=reason, advice=advice, by=by, at=at)


@transaction.atomic
def close_out(case: DisputeCase, *, closing_note: str = "", by: Officer, at: datetime) -> DisputeCase:
    """Nothing is left to do: the file can go to the archive."""
    case = WORKFLOW.advance(case, "close_out", by=by, at=at, note=closing_note)
    deadlines.meet_all(case, Act(by, at).today)
    return case


@transaction.atomic
def archive(case: DisputeCase, *, by: Officer, at: datetime) -> DisputeCase:
    """Into the archive; nothing is added any more."""
    return WORKFLOW.advance(case, "archive", by=by, at=at)
