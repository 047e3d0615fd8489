"""The rows of a breakdown: by which column files are grouped, and what each row is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from django.db.models import F
from django.db.models.functions import TruncMonth, TruncQuarter
from django.utils.translation import gettext as _

from casework.models import Category
from disputes.models import DisputeCase
from organizations.models import Officer, UnionOrg
from reports.periods import Period
from reports.question import Question

SPANS = {"month": TruncMonth, "quarter": TruncQuarter}
CASES_ONLY = {"category", "mediator", "origin"}
COLUMNS = {"category": "category_id", "mediator": "mediator_id", "origin": "origin"}


def grouping(question: Question, day: str, path: str) -> Any:
    """The expression files are grouped by. `path` leads from the counted table to the file."""
    if question.by in SPANS:
        return SPANS[question.by](day)
    return F(f"{path}{COLUMNS.get(question.by, 'scope')}")


def key_of(question: Question) -> Callable[[Any], str]:
    """From a value of the column to the key of its row."""
    if question.by in SPANS:
        return KEYS[question.by]
    if question.by in CASES_ONLY:
        return plain_key
    return partial(place_key, question.org.region_id, places(question))


def month_key(day: date) -> str:
    return f"{day:%Y-%m}"


def quarter_key(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


KEYS = {"month": month_key, "quarter": quarter_key}


def month_name(day: date) -> str:
    return _("%(month)d/%(year)d") % {"year": day.year, "month": day.month}


def quarter_name(day: date) -> str:
    return _("%(year)d quarter %(quarter)d") % {"year": day.year, "quarter": (day.month + 2) // 3}


SPAN_NAMES = {"month": month_name, "quarter": quarter_name}


def plain_key(value: Any) -> str:
    return "" if value is None else str(value)


def place_key(own: str, children: list[UnionOrg], scope: str) -> str:
    return next((child.region_id for child in children if scope.startswith(child.path)), own)


def places(question: Question) -> list[UnionOrg]:
    """The federations directly below, when a province or prefecture is broken down; a county stands for itself."""
    above = {UnionOrg.Level.NATIONAL, UnionOrg.Level.PROVINCE, UnionOrg.Level.PREFECTURE}
    if question.by != "organization" or question.org.level not in above:
        return []
    return list(question.org.children.filter(kind=UnionOrg.Kind.FEDERATION).select_related("region"))


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
    return {KEYS[question.by](span.first): span for span in question.period.parts(question.by)}


def place_rows(question: Question) -> list[tuple[str, str]]:
    """The federations below, then the body itself for what it handles on its own."""
    children = places(question)
    own = (question.org.region_id, question.org.name)
    if not children:
        return [own]
    return [
        *((child.region_id, child.region.name) for child in children),
        (own[0], _("%(org)s itself") % {"org": own[1]}),
    ]


def category_names(keys: Iterable[str]) -> dict[str, str]:
    found = Category.objects.filter(pk__in=[key for key in keys if key]).select_related("parent")
    return {category.pk: str(category) for category in found}


def mediator_names(keys: Iterable[str]) -> dict[str, str]:
    found = Officer.objects.filter(pk__in=[key for key in keys if key]).select_related("user")
    return {str(officer.pk): officer.name for officer in found}


def origin_names(keys: Iterable[str]) -> dict[str, str]:
    return {str(value): str(label) for value, label in DisputeCase.Origin.choices}


NAMES: dict[str, Callable[[Iterable[str]], dict[str, str]]] = {
    "category": category_names,
    "mediator": mediator_names,
    "origin": origin_names,
}
