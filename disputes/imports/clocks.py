"""The clocks of an imported case: what ran on it, and what still runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from casework.copying import Stencil
from casework.deadlines import foresee
from casework.models import DeadlineRule
from disputes.models import DisputeCase, DisputeDeadline

DEADLINE = Stencil(DisputeDeadline)


class Clock(NamedTuple):
    """A time limit before there is a case it belongs to."""

    rule: DeadlineRule
    started_on: date
    due_on: date
    provisional: bool
    met_on: date | None


def clocks_of(case: DisputeCase, said: dict[str, Any]) -> list[Clock]:
    """The decision on the application, and mediation; a court's time for mediation begins with the acceptance."""
    ended, region = said["closed_on"], said["organization"].region
    found = [clock(region, case.intake_rule, said["received_on"], said["accepted_on"] or ended)]
    began = said["accepted_on"] if case.is_from_court else said["received_on"]
    if began:
        found.append(clock(region, case.mediation_rule, began, ended, due_on=said["due_on"]))
    return found


def clock(region: Any, code: str, started_on: date, met_on: date | None, due_on: date | None = None) -> Clock:
    """The last day is the one the register names, else as the law counts."""
    rule, found = foresee(region, code, started_on)
    return Clock(rule, started_on, due_on or found.due_on, found.provisional and due_on is None, met_on)


def next_day_of(clocks: Iterable[Clock]) -> date | None:
    return min((clock.due_on for clock in clocks if clock.met_on is None), default=None)


def deadline_of(case: DisputeCase, clock: Clock) -> DisputeDeadline:
    return DEADLINE.row(file=case, **clock._asdict())
