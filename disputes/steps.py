"""The next step of a case: by what its row says, as lists would ask guards row by row."""

from __future__ import annotations

from datetime import date

from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW

S = DisputeCase.State
ONWARD: dict[str, list[str]] = {
    S.APPLIED: ["accept"],
    S.AWAITING_SUPPLEMENT: ["supply_papers"],
    S.ACCEPTED: ["assign"],
    S.ASSIGNED: ["hold_meeting", "propose_meeting"],
    S.MEDIATING: ["draft_agreement", "agree"],
    S.SUSPENDED: ["resume"],
    S.CONCLUDED: ["close_out"],
    S.PERFORMING: ["record_payment"],
    S.CLOSED_OUT: ["archive"],
}
# When the time for mediation is over it is ended; what took place in time may still be recorded.
TIME_OVER: dict[str, list[str]] = {S.ASSIGNED: ["terminate", "hold_meeting"], S.MEDIATING: ["fail", "agree"]}


def leading_on(case: DisputeCase, today: date) -> list[str]:
    """What the page of the case puts first, in this order; a list shows the first of it."""
    if case.state == S.ASSIGNED and case.confirmed_on is None:
        return ["confirm", "propose_meeting"]
    if case.state == S.PERFORMING and case.is_performed:
        return ["close_out"]
    if case.state in TIME_OVER and case.due_on and case.due_on < today:  # no other clock runs by then
        return TIME_OVER[case.state]
    if case.state == S.ARCHIVED:
        return at_the_term(case, today)
    return ONWARD.get(case.state, [])


def at_the_term(case: DisputeCase, today: date) -> list[str]:
    """A file whose term in the archive is over is proposed, approved and destroyed; one on hold waits for nothing."""
    if case.destroyed_on or case.on_hold or case.kept_until is None or case.kept_until >= today:
        return []
    if case.appraised_on is None:
        return ["propose_destruction"]
    return ["destroy"] if case.destruction_approved_on else ["approve_destruction"]


def next_step(case: DisputeCase, duty: str, today: date) -> str:
    """The step that leads on, when it is this duty's; "" when others are to act."""
    first = next(iter(leading_on(case, today)), "")
    return first if first and duty in WORKFLOW.steps[first].duties else ""
