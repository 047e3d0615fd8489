"""The periods a report is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """First and last day, both inside, in Asia/Shanghai."""

    first: date
    last: date

    def parts(self, kind: str) -> Iterator[Period]:
        """Its months or quarters; the first and the last one as far as they lie inside."""
        day = self.first
        while day <= self.last:
            end = min(KINDS[kind](day).last, self.last)
            yield Period(day, end)
            day = end + timedelta(days=1)


def end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_of(day: date) -> Period:
    return Period(day.replace(day=1), end_of_month(day))


def quarter_of(day: date) -> Period:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(first, end_of_month(first.replace(month=first.month + 2)))


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


KINDS: dict[str, Callable[[date], Period]] = {"month": month_of, "quarter": quarter_of, "year": year_of}


def before(period: Period) -> date:
    """A day in the period before."""
    return period.first - timedelta(days=1)


def named(name: str, today: date) -> Period:
    """The period of a choice on the page; a running one up to today, as what is due later is not missing yet.

    Raises KeyError.
    """
    if name.startswith("last_"):
        kind = KINDS[name.removeprefix("last_")]
        return kind(before(kind(today)))
    return Period(KINDS[name](today).first, today)
