"""What each union has and has not filed: one row for each union, one column for each period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organizations.models import Duty, Officer, UnionOrg
from reports.breakdown import ABOVE
from reports.filings.spans import SPANS, name_of
from reports.models import Filing
from reports.periods import Period

WEEKS, YEARS = 9, 5
LATEST_YEARS = 6
UNITS = [("below", _("Directly below")), ("counties", _("All counties"))]


class OverviewForm(forms.Form):
    """Which report, of which year. Values that are not possible are the usual ones."""

    kind = forms.ChoiceField(label=_("Kind of report"), choices=Filing.Kind.choices, required=False)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False)
    units = forms.ChoiceField(label=_("Unions"), choices=UNITS, required=False)
    missing = forms.BooleanField(label=_("Only those with something missing"), required=False)

    def __init__(self, data: Any, officer: Officer, today: date) -> None:
        super().__init__({"kind": "monthly", "year": str(today.year), **data.dict()})
        years = range(today.year, today.year - LATEST_YEARS, -1)
        self.fields["year"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]
        if officer.org is None or officer.org.level not in ABOVE:
            del self.fields["units"], self.fields["missing"]
        self.today = today
        self.full_clean()

    @property
    def chosen(self) -> tuple[str, int]:
        return self.cleaned_data.get("kind") or "monthly", self.cleaned_data.get("year") or self.today.year

    @property
    def of_counties(self) -> bool:
        return self.cleaned_data.get("units") == "counties"

    @property
    def only_missing(self) -> bool:
        return bool(self.cleaned_data.get("missing"))


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

    @property
    def is_complete(self) -> bool:
        return self.sent == self.owed


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


def rows(officer: Officer, kind: str, found: list[Period], today: date, *, of_counties: bool = False) -> list[Row]:
    """The own union, and the federations directly below it or all counties. Three statements, however many unions."""
    orgs = unions(officer, of_counties=of_counties)
    filed = Filing.objects.visible_to(officer).filter(kind=kind, org__in=orgs, first_on__in=[p.first for p in found])
    known = {(filing.org_id, filing.first_on): filing for filing in filed}
    makers = Officer.objects.serving(today).filter(duty=Duty.STATISTICIAN, org__in=orgs)
    staffed = set(makers.values_list("org", flat=True))
    return [row(org, [known.get((org.pk, p.first)) for p in found], today, staffed=org.pk in staffed) for org in orgs]


def unions(officer: Officer, *, of_counties: bool) -> list[UnionOrg]:
    assert officer.org
    below = UnionOrg.objects.visible_to(officer).filter(kind=UnionOrg.Kind.FEDERATION).exclude(pk=officer.org.pk)
    chosen = below.filter(level=UnionOrg.Level.COUNTY) if of_counties else below.filter(parent=officer.org)
    return [officer.org, *chosen.select_related("region").order_by("path")]


def row(org: UnionOrg, filed: list[Filing | None], today: date, *, staffed: bool) -> Row:
    sent = sum(one is not None and one.state == Filing.State.SENT for one in filed)
    return Row(org, [cell(one, today, staffed=staffed) for one in filed], sent, len(filed))


def cell(filing: Filing | None, today: date, *, staffed: bool) -> Cell:
    if filing is None:
        return Cell(None, _("not opened") if staffed else _("no statistician"), "neutral")
    late = filing.state != Filing.State.SENT and filing.due_on is not None and filing.due_on < today
    return Cell(filing, _("overdue") if late else filing.get_state_display(), "danger" if late else filing.state_tone)
