"""Who covers which time: pure arithmetic of instants, with no database and no clock.

A span is half open: it holds its first instant and not its last, so that two shifts which meet neither overlap nor
leave a minute between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """From an instant up to another one."""

    begins_at: datetime
    ends_at: datetime

    def __str__(self) -> str:
        """ "2026-12-01 08:00–09:00" in Asia/Shanghai; the end of a day is its 24:00, another day is named."""
        begin, end = timezone.localtime(self.begins_at), timezone.localtime(self.ends_at)
        return f"{begin:%Y-%m-%d %H:%M}–{clock_after(begin, end)}"

    def overlaps(self, other: Span) -> bool:
        return self.begins_at < other.ends_at and other.begins_at < self.ends_at

    def within(self, other: Span) -> Span | None:
        """The part of it inside another span."""
        begin, end = max(self.begins_at, other.begins_at), min(self.ends_at, other.ends_at)
        return Span(begin, end) if begin < end else None

    def moved(self, by: timedelta) -> Span:
        return Span(self.begins_at + by, self.ends_at + by)


def clock_after(begin: datetime, end: datetime) -> str:
    if end.date() == begin.date():
        return f"{end:%H:%M}"
    if end.time() == time.min and end.date() - begin.date() == DAY:
        return "24:00"
    return f"{end:%Y-%m-%d %H:%M}"


def gaps(whole: Span, parts: Iterable[Span]) -> list[Span]:
    """What of the whole no part covers, in order."""
    found, reached = [], whole.begins_at
    for part in sorted(parts):
        if part.begins_at >= whole.ends_at:
            break
        if part.begins_at > reached:
            found.append(Span(reached, part.begins_at))
        reached = max(reached, part.ends_at)
    if reached < whole.ends_at:
        found.append(Span(reached, whole.ends_at))
    return found


def overlaps(parts: Iterable[Span]) -> list[Span]:
    """What more than one part covers, in order and each stretch once."""
    found: list[Span] = []
    reached: datetime | None = None
    for part in sorted(parts):
        if reached and part.begins_at < reached:
            append_joined(found, Span(part.begins_at, min(part.ends_at, reached)))
        reached = max(reached, part.ends_at) if reached else part.ends_at
    return found


def append_joined(found: list[Span], new: Span) -> None:
    """Add a stretch, as one with the last where they touch."""
    if found and new.begins_at <= found[-1].ends_at:
        last = found.pop()
        new = Span(last.begins_at, max(last.ends_at, new.ends_at))
    found.append(new)


def cut(whole: Span, clocks: Iterable[time]) -> Iterator[Span]:
    """The whole cut at these clock times of every day in Asia/Shanghai."""
    points = sorted(clocks)
    day, reached = timezone.localdate(whole.begins_at), whole.begins_at
    while reached < whole.ends_at:
        for clock in points:
            point = min(timezone.make_aware(datetime.combine(day, clock)), whole.ends_at)
            if point > reached:
                yield Span(reached, point)
                reached = point
        day += DAY
