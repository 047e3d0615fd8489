"""How far ahead an officer is warned: working days of the own organisation, as chosen on the page of the account."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.calendars import calendar_of
from casework.deadlines import policy_in
from casework.steady import once

if TYPE_CHECKING:
    from casework.periods import Calendar
    from organizations.models import Officer, Region

MOST = 10  # working days that can be chosen
NEAR = timedelta(days=30)  # beyond the longest holiday nothing is so few working days away
ONE_DAY = timedelta(days=1)


def days_ahead(officer: Officer | None, on: date) -> int:
    """The officer's own number of working days, else that of the place. 0: no early warning."""
    chosen = officer.user.warning_days if officer and officer.user else None
    return chosen if chosen is not None else usual(region_of(officer), on)


def usual(region: Region | None, on: date) -> int:
    return int(policy_in("early_warning_working_days", region, on))


def soon_until(officer: Officer | None, today: date) -> date:
    """The last day that is near: no more working days lie between today and it than the officer chose."""

    def find() -> date:
        return last_near(today, days_ahead(officer, today), calendar_of(region_of(officer), today))

    return once(("soon", officer and officer.pk, today), find)


def within_words(officer: Officer, today: date) -> str:
    """ "within 3 working days", for what is listed up to `soon_until`."""
    days = days_ahead(officer, today)
    if not days:
        return _("before the next working day")
    return ngettext("within %(days)d working day", "within %(days)d working days", days) % {"days": days}


def last_near(today: date, days: int, calendar: Calendar) -> date:
    """The day before the working day after so many. Days of rest behind the last one are as near as that one."""
    day = today
    for _n in range(days + 1):
        day += ONE_DAY
        while not calendar.works(day, regional=calendar.regional_counts):
            day += ONE_DAY
    return day - ONE_DAY


def in_office_hours(officer: Officer, at: datetime) -> bool:
    """Whether the officer's organisation is at work at this moment: a working day of its calendar, in its hours."""
    region, today = region_of(officer), timezone.localdate(at)
    return once(("at work", region and region.pk, at), lambda: is_at_work(region, today, timezone.localtime(at).time()))


def is_at_work(region: Region | None, today: date, now: time) -> bool:
    opens, closes = map(time.fromisoformat, policy_in("office_hours", region, today))
    calendar = calendar_of(region, today)
    return opens <= now < closes and calendar.works(today, regional=calendar.regional_counts)


def region_of(officer: Officer | None) -> Region | None:
    return officer.body.region if officer and officer.body else None
