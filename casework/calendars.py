"""The calendar of the organisation that must act: national days and those of every division above it."""

from __future__ import annotations

from datetime import date

from casework.models import CalendarYear, Holiday, Policy
from casework.periods import Calendar
from casework.steady import once_a_version
from organizations.models import Region


def calendar_of(region: Region | None, on: date) -> Calendar:
    """Days of rest and adjusted working days as the notices say, with the division's own settings of `on`.

    Holidays of ethnic areas are set by the local government (Holiday Regulation art. 4). Whether they count
    is a setting: by default they do for periods in working days and do not move the end of other periods.
    """
    national, regional, names = once_a_version(("holidays", region and region.pk), lambda: days_of(region))
    return Calendar(
        national=national,
        regional=regional,
        published=once_a_version("published years", published_years),
        regional_counts=Policy.objects.value_of("regional_holidays_count", region, on),
        regional_rolls=Policy.objects.value_of("regional_holidays_roll", region, on),
        names=names,
    )


def days_of(region: Region | None) -> tuple[dict[date, bool], dict[date, bool], dict[date, str]]:
    """What the notices say: national days, regional days, and the names of both."""
    rows = Holiday.objects.filter(region=None) | Holiday.objects.filter(region__in=region.lineage if region else [])
    national: dict[date, bool] = {}
    regional: dict[date, bool] = {}
    names = {}
    for day, kind, place, name in rows.values_list("date", "kind", "region_id", "name"):
        (regional if place else national)[day] = kind == Holiday.Kind.WORK
        names[day] = name
    return national, regional, names


def published_years() -> frozenset[int]:
    """The years whose notice is out; days of other years are plain weeks and provisional."""
    years = CalendarYear.objects.filter(status=CalendarYear.Status.PUBLISHED)
    return frozenset(years.values_list("year", flat=True))
