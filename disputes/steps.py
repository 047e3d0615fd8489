"""The next step of a case for a duty, for lists: by state alone, as guards would be asked row by row."""

from __future__ import annotations

from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW

S = DisputeCase.State
ONWARD: dict[str, str] = {
    S.APPLIED: "accept",
    S.AWAITING_SUPPLEMENT: "supply_papers",
    S.ACCEPTED: "assign",
    S.ASSIGNED: "hold_meeting",
    S.MEDIATING: "draft_agreement",
    S.SUSPENDED: "resume",
    S.CONCLUDED: "close_out",
    S.PERFORMING: "record_payment",
    S.CLOSED_OUT: "archive",
}


def next_step(case: DisputeCase, duty: str) -> str:
    """The step that leads on in this state, when it is this duty's; "" when others are to act."""
    verb = leading_on(case)
    return verb if verb and duty in WORKFLOW.steps[verb].duties else ""


def leading_on(case: DisputeCase) -> str:
    if case.state == S.ASSIGNED and case.confirmed_on is None:
        return "confirm"
    if case.state == S.PERFORMING and case.is_performed:
        return "close_out"
    return ONWARD.get(case.state, "")
