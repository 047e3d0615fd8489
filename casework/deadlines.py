"""Verbs on the clocks of a file. Called inside the transaction of the step that moves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from casework.calendars import calendar_of
from casework.models import DeadlineRule, Policy
from casework.periods import Period, Stop, Unit, due_at, period
from casework.steady import once
from casework.transactions import one_transaction
from organizations.models import Region

moving: ContextVar[Any] = ContextVar("moving", default=None)  # the file whose clocks are moved together


def foresee(region: Region | None, code: str, on: date) -> tuple[DeadlineRule, Period]:
    """What a period starting on that day would be, with every day explained. Raises DeadlineRule.DoesNotExist."""
    return once(("foreseen", region and region.pk, code, on), lambda: counted_from(region, code, on))


def counted_from(region: Region | None, code: str, on: date) -> tuple[DeadlineRule, Period]:
    rule = DeadlineRule.objects.in_force(code, on, region)
    return rule, period(on, rule.rule, calendar_of(region, on))


def start(file: Any, code: str, on: date) -> Any:
    """Start the clock of a rule; the day of the event itself does not count (Civil Code art. 201)."""
    rule, found = foresee(file.org.region, code, on)
    deadline = file.deadlines.create(rule=rule, started_on=on, due_on=found.due_on, provisional=found.provisional)
    refresh(file)
    return deadline


def start_all(file: Any, codes: Sequence[str], on: date) -> None:
    """Start several clocks on one day: one statement for all, and the next due day kept once."""
    if not codes:
        return
    found = [foresee(file.org.region, code, on) for code in codes]
    rows = [{"rule": rule, "due_on": one.due_on, "provisional": one.provisional} for rule, one in found]
    model = file.deadlines.model
    model.objects.bulk_create([model(file=file, started_on=on, **row) for row in rows])
    refresh(file)


def start_timed(file: Any, code: str, at: datetime) -> Any:
    """Start a clock that runs around the clock from an instant (Civil Code art. 201), whatever the calendar says."""
    rule = DeadlineRule.objects.in_force(code, timezone.localdate(at), file.org.region)
    end = due_at(at, rule.length, Unit(rule.unit))
    days = {"started_on": timezone.localdate(at), "due_on": timezone.localdate(end)}
    deadline = file.deadlines.create(rule=rule, due_at=end, **days)
    refresh(file)
    return deadline


def start_agreed(file: Any, code: str, on: date, due_on: date) -> Any:
    """A day the parties or another body set themselves: it is kept as it is and never rolls."""
    rule = DeadlineRule.objects.in_force(code, on, file.org.region)
    deadline = file.deadlines.create(rule=rule, started_on=on, due_on=due_on)
    refresh(file)
    return deadline


def meet(file: Any, code: str, on: date) -> None:
    """The act was done. Late or not, the clock of this rule stops."""
    file.deadlines.running().of_rule(code).update(met_on=on)
    refresh(file)


def meet_timed(file: Any, code: str, at: datetime) -> None:
    """The act was done, and the minute counts."""
    file.deadlines.running().of_rule(code).update(met_on=timezone.localdate(at), met_at=at)
    refresh(file)


def meet_all(file: Any, on: date) -> None:
    """The file has ended: nothing runs any more."""
    file.deadlines.running().update(met_on=on)
    refresh(file)


@one_transaction
def pause(file: Any, code: str, *, on: date, reason: str, **more: Any) -> None:
    """Stop the clock while papers, an appraisal or another body are awaited. `more` are columns of the file's own."""
    for deadline in file.deadlines.running().of_rule(code):
        deadline.pauses.create(from_on=on, reason=reason, **more)


@one_transaction
def resume(file: Any, code: str, *, on: date) -> None:
    """Go on. A stop of k counted days moves the due day by k counted days, before any roll."""
    for deadline in file.deadlines.running().of_rule(code).select_related("rule"):
        deadline.pauses.filter(until_on=None).update(until_on=on)
        recompute(deadline)
    refresh(file)


@one_transaction
def extend(file: Any, code: str, *, length: int, reason: str, on: date) -> None:
    """More time: the new due day is the old one plus `length`, not today plus `length`."""
    for deadline in file.deadlines.running().of_rule(code).select_related("rule"):
        deadline.extensions.create(length=length, granted_on=on, reason=reason)
        recompute(deadline)
    refresh(file)


def counted(deadline: Any) -> Period:
    """The period as it stands: rule, stops and extensions, with every day explained."""
    stops = [Stop(p.from_on, p.until_on) for p in deadline.pauses.exclude(until_on=None).order_by("from_on")]
    extensions = [e.length for e in deadline.extensions.order_by("pk")]
    calendar = calendar_of(deadline.file.org.region, deadline.started_on)
    return period(deadline.started_on, deadline.rule.rule, calendar, stops=stops, extensions=extensions)


def recompute(deadline: Any) -> bool:
    """Set the due day from the rows that make it. True when it moved."""
    found, before = counted(deadline), deadline.due_on
    deadline.due_on, deadline.provisional = found.due_on, found.provisional
    deadline.save(update_fields=["due_on", "provisional"])
    return bool(deadline.due_on != before)


@contextmanager
def together(file: Any) -> Iterator[None]:
    """Within it clocks are started and met one after the other, and what the file says of the next is kept once."""
    token = moving.set(file)
    try:
        yield
    finally:
        moving.reset(token)
    refresh(file)


def refresh(file: Any) -> None:
    """Keep what the file says of its next clock, for lists sorted by urgency."""
    if moving.get() is file:
        return
    changes = {name: value for name, value in file.next_due().items() if value != getattr(file, name)}
    for name, value in changes.items():
        setattr(file, name, value)
    if changes:
        file.save(update_fields=list(changes))


def policy(code: str, file: Any, on: date) -> Any:
    """The value of a setting for the file's organisation on that day."""
    return policy_in(code, file.org.region, on)


def policy_in(code: str, region: Region | None, on: date) -> Any:
    """The value of a setting in a division on that day."""
    return Policy.objects.value_of(code, region, on)


def due_day(file: Any, code: str) -> date | None:
    """The last day of the newest clock of a rule on this file, met or running.

    A page has read all clocks with their rules before; they are not asked for again.
    """
    if "deadlines" in getattr(file, "_prefetched_objects_cache", {}):
        newest = max((d for d in file.deadlines.all() if d.rule.code == code), key=lambda d: d.pk, default=None)
        return newest.due_on if newest else None
    found = file.deadlines.of_rule(code).order_by("-pk").values_list("due_on", flat=True).first()
    return found if isinstance(found, date) else None
