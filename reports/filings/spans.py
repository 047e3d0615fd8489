"""The periods reports are filed for: each day lies in one week, month, pair of months, quarter, half-year and year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from reports.periods import Period, end_of_month, month_of, quarter_of, year_of

HALF = 6


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    return Period(first, first + timedelta(days=6))


def two_months_of(day: date) -> Period:
    """January and February, March and April …"""
    first = date(day.year, (day.month - 1) // 2 * 2 + 1, 1)
    return Period(first, end_of_month(first.replace(month=first.month + 1)))


def half_year_of(day: date) -> Period:
    first = date(day.year, 1 if day.month <= HALF else HALF + 1, 1)
    return Period(first, end_of_month(first.replace(month=first.month + HALF - 1)))


SPANS: dict[str, Callable[[date], Period]] = {
    "weekly": week_of,
    "monthly": month_of,
    "bimonthly": two_months_of,
    "quarterly": quarter_of,
    "half_year": half_year_of,
    "annual": year_of,
}


def last_ended(kind: str, today: date) -> Period:
    """The newest period of the kind that is over."""
    return SPANS[kind](SPANS[kind](today).first - timedelta(days=1))


def ended_since(kind: str, newest: date | None, today: date) -> list[Period]:
    """The periods that are over and begin after `newest`, the oldest first; without one only the last."""
    found = [last_ended(kind, today)]
    while newest and found[0].first > newest:
        found.insert(0, SPANS[kind](found[0].first - timedelta(days=1)))
    return found[1:] if newest else found


def year_to_date(period: Period) -> Period:
    return Period(date(period.last.year, 1, 1), period.last)


def year_before(period: Period) -> Period:
    """The same period of the year before; a month ends on its own last day."""
    return Period(a_year_earlier(period.first), a_year_earlier(period.last))


def a_year_earlier(day: date) -> date:
    earlier = day.replace(year=day.year - 1, day=1)
    last = end_of_month(earlier)
    return last if day == end_of_month(day) else earlier.replace(day=min(day.day, last.day))


def name_of(kind: str, period: Period) -> str:
    """What the period is called in a title: a month by its name, a week by its days."""
    first = period.first
    words = {"year": first.year, "month": first.month, "quarter": (first.month + 2) // 3}
    match kind:
        case "monthly":
            return _("%(month)d/%(year)d") % words
        case "bimonthly":
            return _("%(month)d and %(next)d/%(year)d") % {**words, "next": first.month + 1}
        case "quarterly":
            return _("%(year)d quarter %(quarter)d") % words
        case "half_year":
            return (_("first half of %(year)d") if first.month == 1 else _("second half of %(year)d")) % words
        case "annual":
            return _("the year %(year)d") % words
        case _:
            return f"{period.first} – {period.last}"
