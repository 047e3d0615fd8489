"""Ends without agreement, and the end of the file itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .meetings import call_off


@one_transaction
def fail(case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, reason: str, **told: Any) -> DisputeCase:
    """No agreement was reached; the parties are told which ways remain (People's Mediation Law art. 26). For `told`
    see `ending`.
    """
    changes = ending(**told) | {"outcome": DisputeCase.Outcome.FAILED}
    return conclude(case, "fail", by=by, at=at, note=reason, closed_on=closed_on, **changes)


def ending(
    *, end_reason: str, advice: str, further_advice: Iterable[str] = (), undisputed_facts: str = ""
) -> dict[str, Any]:
    """What is kept of an end without agreement: its ground, every way shown to the parties, and the facts both sides
    confirmed in writing, which need no proof later (Supreme Court on connecting litigation and mediation, art. 23).
    """
    further = [way for way in dict.fromkeys(further_advice) if way != advice]
    return {
        "end_reason": end_reason,
        "advice": advice,
        "further_advice": further,
        "undisputed_facts": undisputed_facts,
    }


@one_transaction
def withdraw(case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, reason: str) -> DisputeCase:
    """The applicant takes the application back."""
    outcome = DisputeCase.Outcome.WITHDRAWN
    return conclude(case, "withdraw", by=by, at=at, note=reason, closed_on=closed_on, outcome=outcome)


@one_transaction
def terminate(
    case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, reason: str, **told: Any
) -> DisputeCase:
    """Mediation cannot go on: a side refuses, cannot be reached, has died, or the dispute is a sham, which is reported
    to the committee director by its ground alone. For `told` see `ending`.
    """
    changes = ending(**told) | {"outcome": DisputeCase.Outcome.TERMINATED}
    return conclude(case, "terminate", by=by, at=at, note=reason, closed_on=closed_on, **changes)


def conclude(
    case: DisputeCase, verb: str, *, by: Officer, at: datetime, note: str, closed_on: date, **changes: Any
) -> DisputeCase:
    """Set outcome and day, stop every clock and call off what was appointed."""
    case = WORKFLOW.advance(case, verb, by=by, at=at, note=note, closed_on=closed_on, **changes)
    deadlines.meet_all(case, closed_on)
    call_off(case, at)
    return case


@one_transaction
def close_out(case: DisputeCase, *, by: Officer, at: datetime, closed_out_on: date, callback: str) -> DisputeCase:
    """Nothing is left to perform and the parties were asked: the case is closed."""
    changes: dict[str, Any] = {"closed_out_on": closed_out_on, "callback": callback}
    return WORKFLOW.advance(case, "close_out", by=by, at=at, **changes)


@one_transaction
def return_to_court(case: DisputeCase, *, by: Officer, at: datetime, returned_on: date, reason: str) -> DisputeCase:
    """The court gets back the file it sent, as mediation ended without agreement. `reason` says how it went."""
    case = WORKFLOW.advance(case, "return_to_court", by=by, at=at, note=reason, returned_on=returned_on)
    ended, went = (_("concluded"), case.closed_on), (_("returned to the court on"), returned_on)
    refuse_disorder("return_to_court", ended, went, today=localdate(at))
    return case


@one_transaction
def answer_sham_report(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The committee director says what was done about a suspected sham; only then may the case be closed."""
    return WORKFLOW.advance(case, "answer_sham_report", by=by, at=at, note=reason, sham_answered_on=localdate(at))
