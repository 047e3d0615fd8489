"""Days, instants, amounts and remaining time, in the words an officer reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from .periods import Calendar, Day, Unit, Why, days_left

NOTHING = "—"
SECONDS_OF_A_MINUTE, MINUTES_OF_AN_HOUR, IN_HOURS_FROM = 60, 60, 120
UP_TO_A_MINUTE = timedelta(seconds=59)  # a begun minute is still left
WEEKDAYS = [
    pgettext_lazy("weekday behind a date", "Mon"),
    pgettext_lazy("weekday behind a date", "Tue"),
    pgettext_lazy("weekday behind a date", "Wed"),
    pgettext_lazy("weekday behind a date", "Thu"),
    pgettext_lazy("weekday behind a date", "Fri"),
    pgettext_lazy("weekday behind a date", "Sat"),
    pgettext_lazy("weekday behind a date", "Sun"),
]


@dataclass(frozen=True)
class Due:
    """Remaining time in words, and the tone of the pill: danger, warning, neutral or success."""

    text: str
    tone: str


def day(value: date | None) -> str:
    """ "2026-11-20 (Fri)"; an instant is shown as its day in Asia/Shanghai."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    return _("%(date)s (%(weekday)s)") % {"date": value.isoformat(), "weekday": WEEKDAYS[value.weekday()]}


def instant(value: datetime | None) -> str:
    """ "2026-11-20 (Fri) 10:42", in Asia/Shanghai."""
    if value is None:
        return NOTHING
    return f"{day(value)} {timezone.localtime(value):%H:%M}"


def money(value: Decimal | int | None) -> str:
    """Yuan with two decimals and thousands marks: "12,000.50"."""
    return NOTHING if value is None else f"{value:,.2f}"


def rate(value: Decimal | float | None, digits: int = 1) -> str:
    """A rate already in percent, rounded half up: "84.6%". Without denominator there is no rate, so a dash."""
    if value is None:
        return NOTHING
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}%"


def due_words(
    due_on: date,
    today: date,
    *,
    soon: date,
    unit: str = Unit.NATURAL,
    met_on: date | None = None,
    calendar: Calendar | None = None,
) -> Due:
    """How much time is left, in working days for a rule that counts them. A day up to `soon` is pointed out.

    What is late is counted in natural days whatever the rule, so that it grows on a weekend too.
    """
    if met_on is not None:
        return met_words(due_on, met_on)
    if due_on < today:
        return Due(late_words(due_on, today), "danger")
    if due_on == today:
        return Due(_("Due today"), "warning")
    if unit == Unit.WORKING and calendar is not None:
        text = left_in_working_days(days_left(today, due_on, calendar, Unit.WORKING))
    else:
        left = (due_on - today).days
        text = ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left}
    return Due(text, "warning" if due_on <= soon else "neutral")


def due_instant_words(due_at: datetime, now: datetime, met_at: datetime | None = None) -> Due:
    """How much time is left to an instant, in minutes, from two hours on in hours."""
    if met_at is not None and met_at <= due_at:
        return Due(_("Done in time"), "success")
    if met_at is not None:
        return Due(_("Done %(span)s late") % {"span": span_words(due_at, met_at)}, "warning")
    if now > due_at:
        return Due(_("%(span)s overdue") % {"span": span_words(due_at, now)}, "danger")
    return Due(_("%(span)s left") % {"span": span_words(now, due_at + UP_TO_A_MINUTE)}, "warning")


def span_words(begin: datetime, end: datetime) -> str:
    """ "12 minutes", "3 hours", in whole ones."""
    minutes = max(1, int((end - begin).total_seconds() // SECONDS_OF_A_MINUTE))
    if minutes < IN_HOURS_FROM:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = minutes // MINUTES_OF_AN_HOUR
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}


def left_in_working_days(left: int) -> str:
    return ngettext("%(days)d working day left", "%(days)d working days left", left) % {"days": left}


def late_words(due_on: date, on: date) -> str:
    late = (on - due_on).days
    return ngettext("%(days)d day overdue", "%(days)d days overdue", late) % {"days": late}


def met_words(due_on: date, met_on: date) -> Due:
    if met_on <= due_on:
        return Due(_("Done in time"), "success")
    late = (met_on - due_on).days
    return Due(ngettext("Done %(days)d day late", "Done %(days)d days late", late) % {"days": late}, "warning")


WHY = {
    Why.START: gettext_lazy("day of the event"),
    Why.COUNTED: gettext_lazy("counted"),
    Why.ADJUSTED_WORKING_DAY: gettext_lazy("adjusted working day"),
    Why.WEEKEND: gettext_lazy("weekend"),
    Why.HOLIDAY: gettext_lazy("public holiday"),
    Why.REGIONAL_HOLIDAY: gettext_lazy("local holiday"),
    Why.PAUSED: gettext_lazy("the clock stood still"),
    Why.ROLLED: gettext_lazy("the end moved past the days of rest"),
}


def why(day_counted: Day, unit: str = "") -> str:
    """Why a day of a period was counted or skipped, with the holiday's name where it has one."""
    words = str(WHY[day_counted.why])
    if day_counted.why == Why.COUNTED and unit:
        words = _("working day") if unit == Unit.WORKING else _("each day of the calendar counts")
    return f"{words} · {day_counted.name}" if day_counted.name else words
