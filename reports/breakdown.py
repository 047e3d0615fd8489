"""The rows of a breakdown: what is grouped, which row a group belongs to, and what each row is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from casework.models import Category
from disputes.models import DisputeCase
from organizations.models import Officer, UnionOrg
from reports.counts import CASES_ONLY, Key
from reports.periods import Period
from reports.question import Question

SPANS = {"month", "quarter"}
LEVELS = {
    "prefecture": UnionOrg.Level.PREFECTURE,
    "county": UnionOrg.Level.COUNTY,
    "township": UnionOrg.Level.TOWNSHIP,
}
ABOVE = {UnionOrg.Level.NATIONAL, UnionOrg.Level.PROVINCE, UnionOrg.Level.PREFECTURE}


def keys_of(question: Question) -> tuple[str, ...]:
    """The columns files are grouped by: quarters are made of months, places of scopes."""
    if question.by in SPANS:
        return ("month",)
    return (question.by,) if question.by in CASES_ONLY else ("scope",)


def row_of(question: Question) -> Callable[[Key], str]:
    """From a group to the key of its row."""
    if question.by in SPANS:
        name = SPAN_KEYS[question.by]
        return lambda key: name(key[0])
    if question.by in CASES_ONLY:
        return lambda key: "" if key[0] is None else str(key[0])
    own, below = key_of(question.org), {place.path: key_of(place) for place in places(question)}
    return lambda key: next((below[path] for path in upwards(key[0]) if path in below), own)


def upwards(scope: str) -> list[str]:
    """The path and those above it: "53/29/23/", "53/29/", "53/"."""
    parts = scope.rstrip("/").split("/")
    return ["/".join(parts[:n]) + "/" for n in range(len(parts), 0, -1)]


def key_of(org: UnionOrg) -> str:
    """The code of the division of a federation, the number of any other organisation."""
    return org.region_id if org.kind == UnionOrg.Kind.FEDERATION else str(org.pk)


def places(question: Question) -> list[UnionOrg]:
    """The organisations that have rows of their own; a county broken down by organisation stands for itself."""
    if question.by in LEVELS:
        found = UnionOrg.objects.within(question.org.path).filter(level=LEVELS[question.by])
    elif question.by == "organization" and question.org.level in ABOVE:
        found = question.org.children.filter(kind=UnionOrg.Kind.FEDERATION)
    else:
        return []
    return list(found.exclude(pk=question.org.pk).select_related("region").order_by("path"))


def rows_of(question: Question, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Key and name of every row, in order: all places and all months begun, but only those categories that occur."""
    if question.by in SPANS:
        begun = [(key, span.first) for key, span in spans(question).items() if span.first <= question.today]
        return [(key, SPAN_NAMES[question.by](first)) for key, first in begun]
    if question.by in CASES_ONLY:
        names = NAMES[question.by](keys)
        return sorted(((key, names.get(key, _("none yet"))) for key in keys), key=lambda row: row[0])
    return place_rows(question)


def spans(question: Question) -> dict[str, Period]:
    """The months or quarters of the period by their key."""
    return {SPAN_KEYS[question.by](span.first): span for span in question.period.parts(question.by)}


def place_rows(question: Question) -> list[tuple[str, str]]:
    """The organisations below, then the body itself for what is handled by no one of them."""
    below = places(question)
    own = (key_of(question.org), question.org.name)
    if not below:
        return [own]
    return [*((key_of(place), name_of(place)) for place in below), (own[0], _("%(org)s itself") % {"org": own[1]})]


def name_of(org: UnionOrg) -> str:
    return org.region.name if org.kind == UnionOrg.Kind.FEDERATION else org.name


def month_key(day: date) -> str:
    return f"{day:%Y-%m}"


def quarter_key(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def month_name(day: date) -> str:
    return _("%(month)d/%(year)d") % {"year": day.year, "month": day.month}


def quarter_name(day: date) -> str:
    return _("%(year)d quarter %(quarter)d") % {"year": day.year, "quarter": (day.month + 2) // 3}


SPAN_KEYS: dict[str, Callable[[date], str]] = {"month": month_key, "quarter": quarter_key}
SPAN_NAMES = {"month": month_name, "quarter": quarter_name}


def category_names(keys: Iterable[str]) -> dict[str, str]:
    """As they are called now: a category that was renamed in mid-year is one row, under its new name."""
    found = Category.objects.filter(pk__in=[key for key in keys if key]).select_related("parent")
    return {category.pk: str(category) for category in found}


def mediator_names(keys: Iterable[str]) -> dict[str, str]:
    found = Officer.objects.filter(pk__in=[key for key in keys if key]).select_related("user")
    return {str(officer.pk): officer.name for officer in found}


def origin_names(keys: Iterable[str]) -> dict[str, str]:
    return {str(value): str(label) for value, label in DisputeCase.Origin.choices}


NAMES: dict[str, Callable[[Iterable[str]], dict[str, Any]]] = {
    "category": category_names,
    "mediator": mediator_names,
    "origin": origin_names,
}
