"""Counting legal periods: pure calendar arithmetic, no database and no clock.

A period is counted in natural days, working days, months or years, never counting the day of the event that starts it
(Civil Code, articles 200 to 203). Every day between the start and the end is kept with the reason why it was counted or
skipped, so that an officer can show a party how the last day came about.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
SATURDAY = 5
MONTHS_OF_A_YEAR = 12


class Unit(StrEnum):
    MINUTES = "minutes"
    HOURS = "hours"
    NATURAL = "natural"
    WORKING = "working"
    MONTHS = "months"
    YEARS = "years"


AROUND_THE_CLOCK = frozenset({Unit.MINUTES, Unit.HOURS})


class Why(StrEnum):
    """Why a day of a period was counted or skipped."""

    START = "start"
    COUNTED = "counted"
    ADJUSTED_WORKING_DAY = "adjusted_working_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    REGIONAL_HOLIDAY = "regional_holiday"
    PAUSED = "paused"
    ROLLED = "rolled"


@dataclass(frozen=True)
class Rule:
    """How long a period is, and the law that says so. `rolls`: an end on a rest day moves to the next working day."""

    code: str
    length: int
    unit: Unit
    basis: str = ""
    rolls: bool = False


@dataclass(frozen=True)
class Stop:
    """A pause of the clock. `from_on` itself still ran; `until_on` is the last day that stood still."""

    from_on: date
    until_on: date


@dataclass(frozen=True)
class Day:
    date: date
    counted: bool
    why: Why
    name: str = ""


@dataclass(frozen=True)
class Period:
    """A counted period. `later_if_regional`: the later end if regional rest days moved it too, as information."""

    due_on: date
    provisional: bool
    days: list[Day] = field(default_factory=list)
    later_if_regional: date | None = None


@dataclass(frozen=True)
class Calendar:
    """Rest days of a country and of one region. Both mappings say of a date whether it is a working day.

    A date in neither mapping is a plain weekday or weekend. `published` are the years whose official notice is known.
    `regional_counts` lets regional rest days be skipped in working-day counts, `regional_rolls` lets them move the end
    of a period that rolls.
    """

    national: Mapping[date, bool] = field(default_factory=dict)
    regional: Mapping[date, bool] = field(default_factory=dict)
    published: frozenset[int] = frozenset()
    regional_counts: bool = True
    regional_rolls: bool = False
    names: Mapping[date, str] = field(default_factory=dict)

    def works(self, day: date, *, regional: bool) -> bool:
        """Whether the day is a working day: regional word before national word before the day of the week."""
        if regional and day in self.regional:
            return self.regional[day]
        return self.national.get(day, day.weekday() < SATURDAY)

    def why_resting(self, day: date) -> Why:
        if not self.national.get(day, True):
            return Why.HOLIDAY
        if not self.regional.get(day, True):
            return Why.REGIONAL_HOLIDAY
        return Why.WEEKEND

    def wholly_regional(self) -> "Calendar":
        return replace(self, regional_counts=True, regional_rolls=True)


def period(
    start: date, rule: Rule, calendar: Calendar, *, stops: Sequence[Stop] = (), extensions: Sequence[int] = ()
) -> Period:
    """The period that begins with an event on `start`, with every day explained.

    The day of the event is not counted. Months and years end on the corresponding day, or on the last day of a shorter
    month. A rule that rolls and would end on a rest day ends on the first working day after it; weekends declared
    working days are working days. A stop of k counted days moves the end by k counted days before the roll. Each
    extension, in the rule's unit, is added to the due day reached so far. (Civil Code, articles 200 to 203; Civil
    Procedure Law, article 85.) Raises ValueError for a rule in hours or minutes: see `due_at`.
    """
    if rule.unit in AROUND_THE_CLOCK:
        raise ValueError("a period in hours or minutes ends at an instant; use due_at")
    count = _Count(start, rule, calendar, stops, extensions)
    later = _Count(start, rule, calendar.wholly_regional(), stops, extensions).due_on
    provisional = any(day.year not in calendar.published for day in count.asked)
    return Period(count.due_on, provisional, list(count.days()), later if later > count.due_on else None)


def due_at(start: datetime, length: int, unit: Unit = Unit.HOURS) -> datetime:
    """The instant a period in hours or minutes ends. They run around the clock (Civil Code, article 201)."""
    if unit not in AROUND_THE_CLOCK:
        raise ValueError("a period in days ends with a day; use period")
    return start + timedelta(**{unit.value: length})


def days_left(today: date, due_on: date, calendar: Calendar, unit: Unit) -> int:
    """Days from tomorrow to the due day, in working days for working-day rules; 0 on the due day, negative after it."""
    if due_on < today:
        return -days_left(due_on, today, calendar, unit)
    if unit is not Unit.WORKING:
        return (due_on - today).days
    return sum(calendar.works(day, regional=calendar.regional_counts) for day in _after(today, due_on))


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last day of a shorter month (Civil Code, article 202)."""
    years, month = divmod(day.month - 1 + months, MONTHS_OF_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class _Count:
    """One count from start to end, and which days it rolled over, stood still on and asked the calendar about."""

    def __init__(
        self, start: date, rule: Rule, calendar: Calendar, stops: Sequence[Stop], extensions: Sequence[int]
    ) -> None:
        self.start, self.rule, self.calendar = start, rule, calendar
        self.asked: set[date] = set()
        self.rolled: set[date] = set()
        self.paused: set[date] = set()
        self.stops = _merged(start, stops)
        end = self._stopped(self._add(start, rule.length))
        for extension in extensions:
            end = self._stopped(self._add(self._roll(end), extension))
        self.due_on = self._roll(end)

    def days(self) -> Iterator[Day]:
        yield Day(self.start, False, Why.START, self.calendar.names.get(self.start, ""))
        for day in _after(self.start, self.due_on):
            why = self._why(day)
            counted = why in (Why.COUNTED, Why.ADJUSTED_WORKING_DAY)
            yield Day(day, counted, why, self.calendar.names.get(day, ""))

    def _add(self, day: date, length: int) -> date:
        """So many of the rule's units later, without the roll."""
        match self.rule.unit:
            case Unit.MONTHS:
                return add_months(day, length)
            case Unit.YEARS:
                return add_months(day, length * MONTHS_OF_A_YEAR)
            case _:
                return self._add_days(day, length)

    def _add_days(self, day: date, length: int) -> date:
        if self.rule.unit is not Unit.WORKING:
            return day + length * ONE_DAY
        for _ in range(length):
            day = self._working_day_from(day + ONE_DAY)
        return day

    def _stopped(self, end: date) -> date:
        """The end moved by every stop that began before it; one that began while the end was rolling moves that end."""
        while self.stops and self.stops[0].from_on <= self._last_day(end):
            stop = self.stops.pop(0)
            if stop.from_on > end:
                end = self._roll(end)
            still = list(_after(stop.from_on, stop.until_on))
            self.paused.update(still)
            end = self._add_days(end, sum(self._counts(day) for day in still))
        return end

    def _roll(self, end: date) -> date:
        last_day = self._last_day(end)
        self.rolled.update(_after(end, last_day))
        return last_day

    def _last_day(self, end: date) -> date:
        return self._working_day_from(end) if self.rule.rolls else end

    def _working_day_from(self, day: date) -> date:
        while not self._works(day):
            day += ONE_DAY
        return day

    def _works(self, day: date) -> bool:
        self.asked.add(day)
        return self.calendar.works(day, regional=self._heeds_region())

    def _heeds_region(self) -> bool:
        return self.calendar.regional_counts if self.rule.unit is Unit.WORKING else self.calendar.regional_rolls

    def _counts(self, day: date) -> bool:
        return self.rule.unit is not Unit.WORKING or self._works(day)

    def _why(self, day: date) -> Why:
        works = self.calendar.works(day, regional=self._heeds_region())
        if day in self.paused:
            return Why.PAUSED
        if day in self.rolled and works:
            return Why.ROLLED
        if not works and (day in self.rolled or self.rule.unit is Unit.WORKING):
            return self.calendar.why_resting(day)
        return Why.ADJUSTED_WORKING_DAY if works and day.weekday() >= SATURDAY else Why.COUNTED


def _after(day: date, last: date) -> Iterator[date]:
    """Every day after `day` up to `last`."""
    return (day + (n + 1) * ONE_DAY for n in range((last - day).days))


def _merged(start: date, stops: Sequence[Stop]) -> list[Stop]:
    """The stops in order, overlapping ones as one, and none before the clock began."""
    merged: list[Stop] = []
    for stop in sorted(stops, key=lambda stop: stop.from_on):
        from_on, until_on = max(start, stop.from_on), stop.until_on
        if merged and from_on <= merged[-1].until_on:
            before = merged.pop()
            from_on, until_on = before.from_on, max(before.until_on, until_on)
        if until_on > from_on:
            merged.append(Stop(from_on, until_on))
    return merged
