"""Figures in the words of the page: rounded, with their interval, and without a rate where it would mislead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.words import NOTHING, rate
from reports.definitions import (
    CASE_FIGURES,
    HOTLINE_FIGURES,
    REFERRAL_FIGURES,
    SUPERVISION_FIGURES,
    Indicator,
)
from reports.indicators import Value
from reports.rates import Rate
from reports.report import Report, Row, hidden

Address = Callable[..., str]
GROUPS = [
    (gettext_lazy("Dispute cases"), CASE_FIGURES),
    (gettext_lazy("Letters and documents"), SUPERVISION_FIGURES),
    (gettext_lazy("Referrals"), REFERRAL_FIGURES),
    (gettext_lazy("Hotline"), HOTLINE_FIGURES),
]


@dataclass(frozen=True)
class Figure:
    """One figure as it stands on the page."""

    code: str
    label: Any
    value: str
    note: str
    formula: Any
    url: str = ""


def nowhere(figure: str, key: str | None = None) -> str:
    return ""


def groups(row: Row, floor: int, address: Address = nowhere) -> list[tuple[Any, list[Figure]]]:
    """Every figure of a row with its definition and the list behind it, in four tables."""
    return [
        (title, [replace(figure(f, row.values[f.code], floor), url=address(f.code)) for f in figures])
        for title, figures in GROUPS
    ]


def figure(indicator: Indicator, value: Value, floor: int) -> Figure:
    if isinstance(value, Rate):
        text, note = rate_words(value, floor)
    else:
        text, note = number_words(value), str(indicator.unit)
    return Figure(indicator.code, indicator.label, text, note, indicator.formula)


def number_words(value: int | Decimal | None) -> str:
    if value is None:
        return NOTHING
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def rate_words(found: Rate, floor: int) -> tuple[str, str]:
    """The rate and what it rests on; of fewer than `floor` the two counts only."""
    if not found.denominator:
        return NOTHING, _("nothing to count")
    share = f"{number_words(found.numerator)} / {number_words(found.denominator)}"
    if found.interval is None:
        return rate(found.value), share
    if found.denominator < floor:
        return NOTHING, _("%(share)s; no rate of fewer than %(floor)d") % {"share": share, "floor": floor}
    return rate(found.value), f"{share} · {interval_words(found)}"


def interval_words(found: Rate) -> str:
    if found.interval is None:
        return NOTHING
    low, high = found.interval
    return f"{rate(low)}–{rate(high)}"


@dataclass(frozen=True)
class Line:
    """One row of the table beside the chart."""

    key: str
    label: str
    concluded: int
    rate: str
    interval: str
    charted: Rate | None
    url: str = ""


def lines(found: Report, floor: int, address: Address = nowhere) -> list[Line]:
    """The rows with their success rate, where it may be shown, and the list behind their number."""
    without = hidden(found.rows, floor)
    shown = [line(row, shown=row.key not in without and bool(row.concluded)) for row in found.rows]
    return [replace(one, url=address("concluded", one.key) if one.concluded else "") for one in shown]


def line(row: Row, *, shown: bool) -> Line:
    if not shown:
        words = _("not shown") if row.concluded else NOTHING
        return Line(row.key, row.label, row.concluded, NOTHING, words, None)
    success = row.success
    return Line(row.key, row.label, row.concluded, rate(success.value), interval_words(success), success)


def chart_rows(shown: Iterable[Line]) -> list[tuple[str, Rate | None]]:
    return [(line.label, line.charted) for line in shown]
