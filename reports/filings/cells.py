"""The files behind one cell of a report: the list counted now, beside the number that was filed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.urls import reverse

from casework.models import Category
from casework.workflow import LOOKING
from organizations.models import Officer
from reports.behind import Part, Rows
from reports.breakdown import key_of, places
from reports.drill import Number
from reports.filings.content import cells_of, columns_of, period_of, question_of, units_of
from reports.filings.kinds import CATEGORY
from reports.filings.shown import Address, words
from reports.models import Filing


class CellForm(forms.Form):
    """Which cell of a report: table, row ("" is the total, which the table of categories has none of), column."""

    table = forms.ChoiceField()
    row = forms.CharField(required=False, max_length=30)
    figure = forms.ChoiceField()
    part = forms.IntegerField(required=False, min_value=0, max_value=9)

    def __init__(self, data: Any, filing: Filing) -> None:
        super().__init__(data)
        self.fields["table"].choices = [(code, code) for code in filing.about.tables]  # type: ignore[attr-defined]
        columns = columns_of(filing, self.data.get("table", ""))
        self.fields["figure"].choices = [(column.code, column.code) for column in columns]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Cell:
    """One cell of a report by the codes of its table, row and column."""

    filing: Filing
    table: str
    row: str
    figure: str

    def number(self, by: Officer, today: date) -> Number:
        """What is counted in it. Raises LookupError for a row the report has none of, or none of any more."""
        question = question_of(self.filing, period_of(self.filing, self.table), by, today, self.breakdown)
        if self.table == CATEGORY and not Category.objects.filter(pk=self.row).exists():
            raise LookupError(self.row)
        if self.table == CATEGORY or not self.row:
            return Number(question, self.figure, self.row)
        below = {key_of(place): place for place in places(question)}
        if self.row in below:
            return Number(replace(question, org=below[self.row], by=""), self.figure)
        if self.row != key_of(self.filing.org):
            raise LookupError(self.row)
        return Number(question, self.figure, own=bool(below))

    @property
    def breakdown(self) -> str:
        if self.table == CATEGORY:
            return CATEGORY
        return units_of(self.filing.org) if self.row else ""

    @property
    def frozen(self) -> Any:
        """As it was filed; None before the report was made. A row there was none of had nothing."""
        if self.filing.snapshot is None:
            return None
        at = (self.table, self.row, self.figure)
        found = {(code, key, name): cell for code, key, name, cell in cells_of(self.filing.snapshot.content)}
        return found.get(at, 0)


@dataclass(frozen=True)
class Filed:
    """A frozen cell in words, and how much more or less is counted in its list now."""

    filing: Filing
    words: str
    listed: Any
    now: Any

    @property
    def has_changed(self) -> bool:
        return bool(self.listed != self.now)


def filed(cell: Cell, number: Number) -> Filed | None:
    """None before the report was made."""
    frozen = cell.frozen
    if frozen is None:
        return None
    now = sum(number.measured(part) for part in number.parts)
    return Filed(cell.filing, words(frozen), listed(frozen), Decimal(now))


def listed(frozen: Any) -> Decimal:
    """How long its list was, or what it added up to: of a rate what it was worked out of."""
    return Decimal((frozen["d"] if isinstance(frozen, dict) else frozen) or 0)


def changed_since(moment: datetime) -> Callable[[Part, Rows], Rows]:
    """Marks the rows of files on which something was done after the moment; whoever only looked changed no figure."""

    def marked(part: Part, rows: Rows) -> Rows:
        model: Any = rows.model._meta.get_field(part.file).related_model if part.file else rows.model
        events = model._meta.get_field("events")
        file = OuterRef(f"{part.file}_id" if part.file else "pk")
        later = events.related_model._default_manager.filter(**{events.field.name: file}, at__gt=moment)
        found: Rows = rows.annotate(changed=Exists(later.exclude(verb__in=LOOKING)))
        return found

    return marked


def addresses(filing: Filing, by: Officer, today: date) -> Address:
    """The address of the list behind a cell: table, row, column, and what stands in it.

    There is none of nothing, and none of a unit that stood in the report and is no more.
    """
    here = reverse("reports:filings-cell", args=[filing.pk])
    units = {"", key_of(filing.org), *units_now(filing, by, today)}

    def address(table: str, row: str, figure: str, cell: Any) -> str:
        if not listed(cell) or (table != CATEGORY and row not in units):
            return ""
        return f"{here}?{urlencode({'table': table, 'row': row, 'figure': figure})}"

    return address


def units_now(filing: Filing, by: Officer, today: date) -> list[str]:
    """The rows its tables of units would have today, beside that of the union itself."""
    question = question_of(filing, filing.period, by, today, units_of(filing.org))
    return [key_of(place) for place in places(question)]
