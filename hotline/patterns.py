"""How the shifts of a new roster are laid out: people in turn, or as in the weeks before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from casework.periods import Calendar
from hotline.coverage import Span, cut


@dataclass(frozen=True)
class Plan:
    """One shift to be."""

    span: Span
    leader: Any
    backup: Any = None
    operators: Sequence[Any] = ()
    lawyer: str = ""
    lawyer_phone: str = ""


@dataclass(frozen=True)
class Team:
    """Who takes turns. A lawyer is on call in every shift that touches the office hours of a working day."""

    leaders: Sequence[Any]
    operators: Sequence[Any]
    together: int = 1
    lawyer: str = ""
    lawyer_phone: str = ""
    hours: Sequence[str] = field(default_factory=list)


def span_of(begins_on: date, ends_on: date, clocks: Sequence[time]) -> Span:
    """From the first change of the first day to that of the day after the last: months meet without a gap."""
    first, after = min(clocks), ends_on + timedelta(days=1)
    return Span(*(timezone.make_aware(datetime.combine(day, first)) for day in (begins_on, after)))


def in_turn(whole: Span, clocks: Sequence[time], team: Team, days: Calendar) -> Iterator[Plan]:
    """One leader after the other; the next leader stands behind as backup, operators go round as well."""
    for n, span in enumerate(cut(whole, clocks)):
        leader, backup = (team.leaders[(n + k) % len(team.leaders)] for k in (0, 1))
        operators = {team.operators[(n * team.together + k) % len(team.operators)] for k in range(team.together)}
        plan = Plan(span, leader, backup if backup != leader else None, sorted(operators, key=lambda o: o.pk))
        in_office = touches_office_hours(span, team.hours, days)
        yield replace(plan, lawyer=team.lawyer, lawyer_phone=team.lawyer_phone) if in_office else plan


def touches_office_hours(span: Span, hours: Sequence[str], days: Calendar) -> bool:
    day, last = timezone.localdate(span.begins_at), timezone.localdate(span.ends_at)
    while hours and day <= last:
        office = Span(*(timezone.make_aware(datetime.combine(day, time.fromisoformat(clock))) for clock in hours))
        if days.works(day, regional=days.regional_counts) and span.overlaps(office):
            return True
        day += timedelta(days=1)
    return False


def repeated(whole: Span, length: timedelta, shifts: Iterable[Any]) -> Iterator[Plan]:
    """The shifts of the time just before, again and again, cut where the roster begins and ends."""
    source = list(shifts)
    before = Span(whole.begins_at - length, whole.begins_at)
    for n in count(1):
        if whole.begins_at + (n - 1) * length >= whole.ends_at:
            return
        for shift in source:
            part = shift.span.within(before)
            if part and (inside := part.moved(n * length).within(whole)):
                yield plan_of(shift, inside)


def plan_of(shift: Any, span: Span) -> Plan:
    people = {"leader": shift.leader, "backup": shift.backup, "operators": list(shift.operators.all())}
    return Plan(span=span, lawyer=shift.lawyer, lawyer_phone=shift.lawyer_phone, **people)


def is_holiday(span: Span, days: Calendar) -> bool:
    """Whether the day on which the shift begins is free by a notice; a plain weekend is no holiday."""
    day = timezone.localdate(span.begins_at)
    return days.national.get(day) is False or days.regional.get(day) is False
