"""Early warnings as they stand when the demonstration opens, at whatever hour that is."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from casework.calendars import calendar_of
from casework.early.sweep import warn_early

LAST_ROUND = time(16)


def tell_near(now: datetime) -> int:
    """What the last round in office hours told; the next ones are the clock's."""
    return warn_early(last_round(now))


def last_round(now: datetime) -> datetime:
    day, calendar = timezone.localdate(now), calendar_of(None, timezone.localdate(now))
    if timezone.localtime(now).time() < LAST_ROUND:
        day -= timedelta(days=1)
    while not calendar.works(day, regional=False):
        day -= timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, LAST_ROUND))
