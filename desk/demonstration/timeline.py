"""Simulated time: stories take their steps in the order of the calendar, whichever file they belong to."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random

from django.utils import timezone

from casework.periods import Calendar

Story = Generator[datetime, None, None]
"""Yields the instant of its next step and takes it when that instant has come."""

OPENS, CLOSES = time(9), time(17, 30)


@dataclass
class Timeline:
    """What happens next, over all stories. Steps that lie in the future are not taken: those files are running."""

    until: datetime
    queue: list[tuple[datetime, int, Story]] = field(default_factory=list)
    numbers: Iterable[int] = field(default_factory=count)
    taken: int = 0

    def add(self, story: Story) -> None:
        """Let a story begin; stories may begin others."""
        at = next(story, None)
        if at is not None and at <= self.until:
            heapq.heappush(self.queue, (at, next(iter(self.numbers)), story))

    def run(self) -> int:
        """Take every step up to the end; how many there were."""
        while self.queue:
            _at, _n, story = heapq.heappop(self.queue)
            self.taken += 1
            self.add(story)
        return self.taken


def left_lying(story: Story, steps: int) -> Story:
    """The first steps of a story; nobody takes the next one."""
    for _n, at in zip(range(steps + 1), story, strict=False):
        yield at


@dataclass(frozen=True)
class Hours:
    """Office hours by the calendar of one place."""

    calendar: Calendar
    random: Random

    def on(self, day: date) -> datetime:
        """Some moment in the office hours of that day, or of the next working day."""
        while not self.calendar.works(day, regional=True):
            day += timedelta(days=1)
        return moment(day, self.random)

    def later(self, at: datetime, least: int, most: int) -> datetime:
        """In so many days, in office hours; on the same day at least some minutes later."""
        days = self.random.randint(least, most)
        soon = at + timedelta(minutes=self.random.randint(5, 50))
        if days == 0:
            return soon
        return max(soon, self.on(timezone.localdate(at) + timedelta(days=days)))


def moment(day: date, random: Random) -> datetime:
    begin = timezone.make_aware(datetime.combine(day, OPENS))
    span = timezone.make_aware(datetime.combine(day, CLOSES)) - begin
    return begin + timedelta(seconds=random.randrange(int(span.total_seconds())))
