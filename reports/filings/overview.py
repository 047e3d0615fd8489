"""What each union has and has not filed: one row for each union, one column for each period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer, UnionOrg
from reports.filings.spans import SPANS, name_of
from reports.models import Filing
from reports.periods import Period

WEEKS, YEARS = 9, 5
LATEST_YEARS = 6


class OverviewForm(forms.Form):
    """Which report, of which year. Values that are not possible are the usual ones."""

    kind = forms.ChoiceField(label=_("Kind of report"), choices=Filing.Kind.choices, required=False)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__({"kind": "monthly", "year": str(today.year), **data.dict()})
        years = range(today.year, today.year - LATEST_YEARS, -1)
        self.fields["year"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]
        self.today = today
        self.full_clean()

    @property
    def chosen(self) -> tuple[str, int]:
        return self.cleaned_data.get("kind") or "monthly", self.cleaned_data.get("year") or self.today.year


@dataclass(frozen=True)
class Cell:
    """One report, or the lack of one: `tone` and `text` say which."""

    filing: Filing | None
    text: Any
    tone: str


@dataclass(frozen=True)
class Row:
    org: UnionOrg
    cells: list[Cell]
    sent: int
    owed: int


def periods(kind: str, year: int, today: date) -> list[Period]:
    """The periods of the year that are over; of weeks the last ones, of years the last years."""
    if kind == "weekly":
        last = min(date(year, 12, 31), today)
        found = [SPANS[kind](last - timedelta(weeks=n)) for n in range(WEEKS, -1, -1)]
    elif kind == "annual":
        found = [SPANS[kind](date(year - n, 1, 1)) for n in range(YEARS - 1, -1, -1)]
    else:
        found = list(dict.fromkeys(SPANS[kind](date(year, month, 1)) for month in range(1, 13)))
    return [period for period in found if period.last < today]


def heads(kind: str, found: list[Period]) -> list[str]:
    return [f"{p.first:%m-%d}–{p.last:%m-%d}" if kind == "weekly" else name_of(kind, p) for p in found]


def rows(officer: Officer, kind: str, found: list[Period], today: date) -> list[Row]:
    """The own union and the federations directly below it. Two statements, however many unions."""
    assert officer.org
    children = UnionOrg.objects.visible_to(officer).filter(parent=officer.org, kind=UnionOrg.Kind.FEDERATION)
    orgs = [officer.org, *children.order_by("path")]
    filed = Filing.objects.visible_to(officer).filter(kind=kind, org__in=orgs, first_on__in=[p.first for p in found])
    known = {(filing.org_id, filing.first_on): filing for filing in filed}
    return [row(org, [known.get((org.pk, p.first)) for p in found], today) for org in orgs]


def row(org: UnionOrg, filed: list[Filing | None], today: date) -> Row:
    sent = sum(one is not None and one.state == Filing.State.SENT for one in filed)
    return Row(org, [cell(one, today) for one in filed], sent, len(filed))


def cell(filing: Filing | None, today: date) -> Cell:
    if filing is None:
        return Cell(None, _("not opened"), "neutral")
    late = filing.state != Filing.State.SENT and filing.due_on is not None and filing.due_on < today
    return Cell(filing, _("overdue") if late else filing.get_state_display(), "danger" if late else filing.state_tone)
