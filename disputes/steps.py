"""The next step of a case for a duty, for lists: by state alone, as guards would be asked row by row."""

from __future__ import annotations

from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW


def next_step(case: DisputeCase, duty: str) -> str:
    """The first step of the table this duty has in this state; "" when others are to act."""
    if case.state == DisputeCase.State.PERFORMING and case.is_performed:
        return "close_out"
    steps = WORKFLOW.steps.values()
    return next((s.verb for s in steps if case.state in s.sources and duty in s.duties and s.verb != "attach"), "")
