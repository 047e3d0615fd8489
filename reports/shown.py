"""Figures in the words of the page: rounded, with their interval, and without a rate where it would mislead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from casework.words import NOTHING, rate
from reports.definitions import (
    CASE_FIGURES,
    HOTLINE_FIGURES,
    INDICATORS,
    REFERRAL_FIGURES,
    SUPERVISION_FIGURES,
    Indicator,
)
from reports.definitions.indicator import PERCENT, YUAN
from reports.indicators import Value
from reports.rates import Rate
from reports.report import Report, Row, hidden

Address = Callable[..., str]
MANY = 24  # rows of a chart
SUCCESS = "mediation_success_rate"
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


def nowhere(*_what: str) -> str:
    return ""


def groups(row: Row, floor: int, address: Address = nowhere) -> list[tuple[Any, list[Figure]]]:
    """Every figure of a row with its definition and the list behind it, in four tables."""
    return [
        (title, [linked(figure(f, row.values[f.code], floor), row.values[f.code], address) for f in figures])
        for title, figures in GROUPS
    ]


def linked(figure: Figure, value: Value, address: Address) -> Figure:
    """Of nothing there is no list."""
    counted = value.denominator if isinstance(value, Rate) else value
    return replace(figure, url=address(figure.code)) if counted else figure


def figure(indicator: Indicator, value: Value, floor: int) -> Figure:
    if isinstance(value, Rate):
        text, note = rate_words(value, floor)
    else:
        text, note = value_words(indicator, value), str(indicator.unit)
    return Figure(indicator.code, indicator.label, text, note, indicator.formula)


def value_words(indicator: Indicator, value: int | Decimal | None) -> str:
    """Yuan have two decimals, be it of nothing."""
    return number_words(Decimal(value or 0) if indicator.unit == YUAN else value)


def number_words(value: int | Decimal | None) -> str:
    if value is None:
        return NOTHING
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def days_words(value: Value) -> str:
    """A mean of days with one decimal, as rates have on the page."""
    if not isinstance(value, Decimal):
        return NOTHING
    return pgettext("mean", "%(days)s days") % {"days": value.quantize(Decimal("0.1"), ROUND_HALF_UP)}


def rate_words(found: Rate, floor: int) -> tuple[str, str]:
    """The rate and what it rests on; of fewer than `floor` the two counts only."""
    if not found.denominator:
        return NOTHING, _("nothing to count")
    share = share_words(found)
    if found.interval is None:
        return rate(found.value), share
    if found.denominator < floor:
        return NOTHING, _("%(share)s; no rate of fewer than %(floor)d") % {"share": share, "floor": floor}
    return rate(found.value), f"{share} · {interval_words(found)}"


def share_words(found: Rate) -> str:
    return f"{number_words(found.numerator)} / {number_words(found.denominator)}"


def interval_words(found: Rate) -> str:
    if found.interval is None:
        return NOTHING
    low, high = found.interval
    return f"{rate(low)}–{rate(high)}"


@dataclass(frozen=True)
class Line:
    """One row of the table beside the chart: its figure, and for a rate of how many and how sure."""

    key: str
    label: str
    n: int
    value: str
    interval: str
    charted: Rate | None = None
    is_hidden: bool = False
    url: str = ""
    page: str = ""

    @property
    def count(self) -> str:
        return number_words(self.n)


def lines(
    found: Report, floor: int, address: Address = nowhere, code: str = SUCCESS, page: Address = nowhere
) -> list[Line]:
    """The rows with one of their figures, where it may be shown, the list behind it, and the page of the row."""
    made = rate_lines(found, floor, code) if is_rate(code) else [value_line(row, code) for row in found.rows]
    listed = "concluded" if code == SUCCESS else code
    return [replace(one, url=address(listed, one.key) if one.n else "", page=page(one.key)) for one in made]


def is_rate(code: str) -> bool:
    return bool(INDICATORS[code].unit == PERCENT)


def rate_lines(found: Report, floor: int, code: str) -> list[Line]:
    """Shares of yuan are no drawn lots: they have no interval and are never too few."""
    rates = {row.key: rate_of(row, code) for row in found.rows}
    without = hidden({key: int(one.denominator) for key, one in rates.items() if one.interval is not None}, floor)
    return [line(row, rates[row.key], shown=row.key not in without) for row in found.rows]


def rate_of(row: Row, code: str) -> Rate:
    value = row.values[code]
    assert isinstance(value, Rate)
    return value


def line(row: Row, found: Rate, *, shown: bool) -> Line:
    n = int(found.denominator)
    if not n:
        return Line(row.key, row.label, n, NOTHING, NOTHING)
    if not shown:
        return Line(row.key, row.label, n, NOTHING, _("not shown"), is_hidden=True)
    sure = found if found.interval is not None else None
    return Line(row.key, row.label, n, rate(found.value), interval_words(found), sure)


def value_line(row: Row, code: str) -> Line:
    value = row.values[code]
    assert not isinstance(value, Rate)
    return Line(row.key, row.label, int(value or 0), value_words(INDICATORS[code], value), NOTHING)


def chart_rows(shown: Iterable[Line]) -> list[tuple[str, Rate | None]]:
    """Of many rows only those that have something to draw; the table has them all."""
    rows = [(line.label, line.charted) for line in shown]
    return rows if len(rows) <= MANY else [row for row in rows if row[1]]
