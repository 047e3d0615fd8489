"""The list the archive goes through at the end of a term: looked at beforehand, it is what can be destroyed later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casework.workflow import Act
from disputes.models import DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from disputes.workflow import WORKFLOW
from disputes.workflow.archive import FREE


@dataclass(frozen=True)
class Due:
    """A file whose term is over; `reasons` say what still keeps it."""

    case: DisputeCase
    reasons: list[str]


def appraisal_list(rows: DisputeCaseQuerySet, act: Act) -> Iterator[Due]:
    """Every file past its term, the oldest first, judged by the very guards of the destruction."""
    step = WORKFLOW.steps["destroy"]
    for case in rows.due_for_appraisal(act.today).order_by("kept_until", "pk").iterator():
        yield Due(case, step.refusals(case, act, FREE))
