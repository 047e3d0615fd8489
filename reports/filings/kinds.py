"""The six reports a union files: one row says period, time limit, columns, tables and what is written in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reports.filings.columns import MONTHLY, WEEKLY, Column

CURRENT, TO_DATE, LAST_YEAR, CATEGORY = "current", "year_to_date", "last_year", "category"
TABLES = {
    CURRENT: _("This period"),
    TO_DATE: _("Year to date"),
    LAST_YEAR: _("Same period last year"),
    CATEGORY: pgettext_lazy("report", "By category"),
}


@dataclass(frozen=True)
class FilingKind:
    """`texts` are the parts written by hand: their names are those of the fields of `MakeForm`."""

    code: str
    label: Any
    title: Any
    columns: list[Column]
    tables: tuple[str, ...]
    texts: tuple[str, ...] = ()
    ledger: bool = False
    risks: bool = False

    @property
    def rule(self) -> str:
        return f"report.{self.code}"


TEXTS = {
    "visits": _("Visits and survey"),
    "problems": _("Problems found"),
    "trends": _("Trends"),
    "recommendations": _("Suggestions"),
    "summary": _("Summary of the work"),
    "typical_cases": _("Typical cases"),
}
PERIOD_AND_YEAR = (CURRENT, LAST_YEAR, CATEGORY)
KINDS = {
    kind.code: kind
    for kind in [
        FilingKind("weekly", _("Weekly sheet"), _("Weekly scheduling sheet"), WEEKLY, (CURRENT,)),
        FilingKind("monthly", _("Monthly report"), _("Monthly report of rights work"), MONTHLY, tuple(TABLES)),
        FilingKind(
            "bimonthly",
            _("Two-monthly survey"),
            _("Survey of two months"),
            MONTHLY,
            (CURRENT, LAST_YEAR),
            ("visits", "problems"),
        ),
        FilingKind(
            "quarterly",
            _("Quarterly analysis"),
            _("Analysis of the quarter"),
            MONTHLY,
            PERIOD_AND_YEAR,
            ("trends", "recommendations"),
            risks=True,
        ),
        FilingKind(
            "half_year",
            _("Half-year report"),
            _("Report of the half-year"),
            MONTHLY,
            PERIOD_AND_YEAR,
            ("summary", "typical_cases"),
            ledger=True,
        ),
        FilingKind(
            "annual",
            _("Annual report"),
            _("Report of the year"),
            MONTHLY,
            PERIOD_AND_YEAR,
            ("summary", "typical_cases"),
            ledger=True,
        ),
    ]
}
