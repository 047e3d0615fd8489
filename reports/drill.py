"""From a number on a page to the page that lists what was counted, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet, Sum
from django.urls import reverse

from disputes.models import DisputeCase
from reports.behind import LISTS as COUNTED
from reports.behind import NARROWED, Part, narrowed, own_only
from reports.breakdown import key_of, places
from reports.forms import QuestionForm
from reports.late import LATE
from reports.periods import KINDS, Period
from reports.question import Question

LISTS = {**COUNTED, **{code: late.parts for code, late in LATE.items()}}


class BehindForm(QuestionForm):
    """Which number: the figure, the row it stands in, and which of its lists."""

    figure = forms.ChoiceField(choices=[(code, code) for code in LISTS])
    key = forms.CharField(required=False, max_length=30)
    own = forms.BooleanField(required=False)
    part = forms.IntegerField(required=False, min_value=0, max_value=9)

    def clean_key(self) -> str:
        """Mediators are named by a number."""
        key = str(self.cleaned_data["key"])
        if self.data.get("by") == "mediator" and key and not key.isdecimal():
            raise forms.ValidationError(key)
        return key


@dataclass(frozen=True)
class Number:
    """One cell: what it counts, and in which row of which breakdown it stands."""

    question: Question
    figure: str
    key: str = ""
    own: bool = False

    @property
    def parts(self) -> list[Part]:
        """Only cases have a category, a mediator, an origin: what was paid after a document is in none of them."""
        found = LISTS[self.figure]
        return [part for part in found if self.is_of_cases(part)] if self.question.by in NARROWED else found

    def is_of_cases(self, part: Part) -> bool:
        model: Any = part.rows(self.question).model
        return DisputeCase in {model, model._meta.get_field(part.file).related_model if part.file else None}

    def rows(self, part: Part) -> QuerySet[Any]:
        """Everything that was counted, whether the reader may know of it or not."""
        rows, path = part.rows(self.question), f"{part.file}__" if part.file else ""
        if self.question.by in NARROWED:
            rows = narrowed(rows, self.question.by, self.key, path)
        return own_only(rows, self.question, path) if self.own else rows

    def measured(self, part: Part) -> Any:
        """What the part adds to the number: how many rows, persons, yuan."""
        rows = self.rows(part)
        return rows.aggregate(sum=Sum(part.weight))["sum"] or 0 if part.weight else rows.count()

    def known(self, part: Part) -> QuerySet[Any]:
        """The rows of files the reader may know of."""
        rows, reader = self.rows(part), self.question.officer
        model: Any = rows.model
        if part.file:
            files = model._meta.get_field(part.file).related_model._default_manager.visible_to(reader)
            return rows.filter(**{f"{part.file}__in": files.order_by().values("pk")})
        return rows.filter(pk__in=model._default_manager.visible_to(reader).order_by().values("pk"))


def addresses(question: Question) -> Callable[..., str]:
    """The address of the list behind a figure (first argument) in a row of the breakdown (second), or of the total."""
    below = {key_of(place): place.pk for place in places(question)}

    def address(figure: str, key: str | None = None) -> str:
        if figure not in LISTS:
            return ""
        asked = {"figure": figure, "organization": question.org.pk, **period_of(question, key)}
        if key is not None:
            asked |= row(question, key, below)
        return f"{reverse('reports:files')}?{urlencode(asked)}"

    return address


def pages(question: Question) -> Callable[..., str]:
    """The address of the page of a union below, for the same days; other rows have none."""
    below = {key_of(place): place.pk for place in places(question)}
    days = {"period_name": "free", "from": question.period.first, "to": question.period.last}

    def page(key: str) -> str:
        if key not in below:
            return ""
        return f"{reverse('reports:indicators')}?{urlencode({'organization': below[key], **days})}"

    return page


def row(question: Question, key: str, below: dict[str, int]) -> dict[str, Any]:
    """What narrows the list to one row: a category, a union below, or what none of those with rows handles."""
    if question.by in NARROWED:
        return {"by": question.by, "key": key}
    if key in below:
        return {"organization": below[key]}
    return {"by": question.by, "own": "on"} if below else {}


def period_of(question: Question, key: str | None) -> dict[str, Any]:
    """The days of the row: a month or quarter as far as it lies inside the period."""
    period = question.period
    if question.by in KINDS and key:
        period = next((part for part in period.parts(question.by) if named(question.by, part) == key), period)
    return {"from": period.first, "to": period.last}


def named(kind: str, period: Period) -> str:
    day = period.first
    return f"{day:%Y-%m}" if kind == "month" else f"{day.year}-Q{(day.month + 2) // 3}"
