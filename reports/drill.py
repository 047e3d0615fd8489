"""From a number on a page to the page that lists what was counted, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.urls import reverse

from reports.behind import LISTS as COUNTED
from reports.behind import NARROWED, Part, narrowed, own_only
from reports.breakdown import key_of
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


@dataclass(frozen=True)
class Number:
    """One cell: what it counts, and in which row of which breakdown it stands."""

    question: Question
    figure: str
    key: str = ""
    own: bool = False

    @property
    def parts(self) -> list[Part]:
        return LISTS[self.figure]

    def rows(self, part: Part) -> QuerySet[Any]:
        """Everything that was counted, whether the reader may know of it or not."""
        rows = part.rows(self.question)
        if self.question.by in NARROWED:
            rows = narrowed(rows, self.question.by, self.key)
        if self.own:
            rows = own_only(rows, self.question, f"{part.file}__" if part.file else "")
        return rows

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
    children = {org.region_id: org.pk for org in question.org.children.filter(kind="federation")}

    def address(figure: str, key: str | None = None) -> str:
        if figure not in LISTS:
            return ""
        asked = {"figure": figure, "organization": question.org.pk, **period_of(question, key)}
        if key is not None:
            narrowing = row(question, key, children)
            if narrowing is None:
                return ""
            asked |= narrowing
        return f"{reverse('reports:files')}?{urlencode(asked)}"

    return address


def row(question: Question, key: str, children: dict[str, int]) -> dict[str, Any] | None:
    """What narrows the list to one row; None for a row no list can be made of.

    The body's own row of a breakdown by a level further down holds what lies between: only its sum is known.
    """
    if question.by in NARROWED:
        return {"by": question.by, "key": key}
    if question.by in KINDS:
        return {}
    if key != key_of(question.org):
        return {"organization": children.get(key, key)}
    if question.by == "organization":
        return {"own": "on"} if children else {}
    return {} if not question.by else None


def period_of(question: Question, key: str | None) -> dict[str, Any]:
    """The days of the row: a month or quarter as far as it lies inside the period."""
    period = question.period
    if question.by in KINDS and key:
        period = next((part for part in period.parts(question.by) if named(question.by, part) == key), period)
    return {"from": period.first, "to": period.last}


def named(kind: str, period: Period) -> str:
    day = period.first
    return f"{day:%Y-%m}" if kind == "month" else f"{day.year}-Q{(day.month + 2) // 3}"
