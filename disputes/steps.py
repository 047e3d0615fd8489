"""The next step of a case: by state alone, as lists would ask guards row by row."""

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


# What else leads on there; the page of a case shows both.
SECOND: dict[str, str] = {S.ASSIGNED: "propose_meeting", S.MEDIATING: "agree"}


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


def awaited(case: DisputeCase, *, time_is_over: bool) -> list[str]:
    """What the page of the case puts first; when the mediation period is over, that it is ended."""
    if time_is_over and case.state in {S.ASSIGNED, S.MEDIATING}:
        return ["agree", "fail"]
    return [verb for verb in (leading_on(case), SECOND.get(case.state)) if verb]
