"""The clocks of an imported case: what ran on it, and what still runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from casework.deadlines import foresee
from casework.importing.columns import Row
from disputes.models import DisputeCase, DisputeDeadline


def clocks_of(case: DisputeCase, row: Row) -> Iterator[DisputeDeadline]:
    """The decision on the application, and mediation; a court's time for mediation begins with the acceptance."""
    ended = case.closed_on
    yield clock(case, case.intake_rule, case.received_on, case.accepted_on or ended)
    began = case.accepted_on if case.is_from_court else case.received_on
    if began:
        yield clock(case, case.mediation_rule, began, ended, due_on=row.values["due_on"])


def clock(
    case: DisputeCase, code: str, started_on: date, met_on: date | None, due_on: date | None = None
) -> DisputeDeadline:
    """The last day is the one the register names, else as the law counts."""
    rule, found = foresee(case.org.region, code, started_on)
    return DisputeDeadline(
        file=case,
        rule=rule,
        started_on=started_on,
        due_on=due_on or found.due_on,
        provisional=found.provisional and due_on is None,
        met_on=met_on,
    )


def next_day_of(clocks: Iterable[DisputeDeadline]) -> date | None:
    return min((clock.due_on for clock in clocks if clock.met_on is None), default=None)
