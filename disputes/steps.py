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
    S.MEDIATING: "agree",
    S.SUSPENDED: "resume",
    S.CONCLUDED: "close_out",
    S.PERFORMING: "record_payment",
    S.CLOSED_OUT: "archive",
}


def next_step(case: DisputeCase, duty: str) -> str:
    """The step that leads on in this state, when it is this duty's; "" when others are to act."""
    verb = (
        "close_out" if case.state == DisputeCase.State.PERFORMING and case.is_performed else ONWARD.get(case.state, "")
    )
    return verb if verb and duty in WORKFLOW.steps[verb].duties else ""
