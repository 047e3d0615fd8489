"""How many callbacks are booked for each hour, as a table of days and hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

OFFICE_HOURS = range(9, 18)


@dataclass(frozen=True)
class DayRow:
    day: date
    counts: list[int]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class LoadTable:
    """Days with bookings, against the office hours and whatever other hours are booked."""

    hours: list[int]
    days: list[DayRow]

    @property
    def by_hour(self) -> list[int]:
        return [sum(column) for column in zip(*(row.counts for row in self.days), strict=True)]

    @property
    def total(self) -> int:
        return sum(row.total for row in self.days)


def load_table(booked: Iterable[tuple[datetime, int]]) -> LoadTable:
    """From the begin of each hour and how many are booked for it; every booking is counted once."""
    counts: Counter[tuple[date, int]] = Counter()
    for moment, number in booked:
        local = timezone.localtime(moment)
        counts[local.date(), local.hour] += number
    hours = sorted({*OFFICE_HOURS, *(hour for _day, hour in counts)})
    days = sorted({day for day, _hour in counts})
    return LoadTable(hours, [DayRow(day, [counts[day, hour] for hour in hours]) for day in days])
