"""The period beside the one before it and the same one a year earlier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from casework.words import NOTHING
from reports import indicators as i
from reports.counted import happenings
from reports.definitions import INDICATORS, Indicator
from reports.filings.spans import year_before
from reports.indicators import Counts, Value
from reports.periods import KINDS, Period, before
from reports.question import Question
from reports.rates import Rate
from reports.shown import rate_words, value_words

COMPARED: list[tuple[Any, Callable[[Counts], Value]]] = [
    (pgettext_lazy("figure", "Mediation success rate"), i.mediation_success_rate),
    (pgettext_lazy("figure", "Accepted"), i.accepted),
    (pgettext_lazy("figure", "Concluded"), i.concluded),
    (pgettext_lazy("figure", "Closed within the legal period"), i.on_time_closure_rate),
    (gettext_lazy("Losses recovered (yuan)"), i.recovered),
]
COUNTED_IN = {"case", "supervision", "referral", "order"}  # the kinds of file these five figures come from
POINTS = pgettext_lazy("percentage", "%(points)s points")


@dataclass(frozen=True)
class Compared:
    """One figure in three periods, and how it has changed since the year before."""

    label: Any
    values: list[str]
    notes: list[str]
    change: str


def previous(period: Period) -> Period:
    """A whole month, quarter or year is compared with the one before; other days with as many before them."""
    for name, kind in KINDS.items():
        whole = kind(period.first)
        if whole == period:
            return kind(before(period))
        if whole.first == period.first and whole.last > period.last:
            return year_before(period) if name == "year" else shortened(kind(before(period)), period)
    length = period.last - period.first
    last = before(period)
    return Period(last - length, last)


def shortened(whole: Period, running: Period) -> Period:
    """As many days of the period before as the running one has so far."""
    return Period(whole.first, min(whole.last, whole.first + (running.last - running.first)))


def comparison(question: Question, counts: Counts, floor: int) -> tuple[list[Period], list[Compared]]:
    """The period, the one before and that of a year ago, which for years are one; the counts of the first are there."""
    earlier = list(dict.fromkeys([previous(question.period), year_before(question.period)]))
    found = [counts, *(happenings(replace(question, by="", period=period), COUNTED_IN) for period in earlier)]
    rows = [compared(label, INDICATORS[count.__name__], found, floor) for label, count in COMPARED]
    return [question.period, *earlier], rows


def compared(label: Any, figure: Indicator, counts: list[Counts], floor: int) -> Compared:
    values = [figure.count(one) for one in counts]
    shown = [
        rate_words(value, floor) if isinstance(value, Rate) else (value_words(figure, value), "") for value in values
    ]
    return Compared(label, [text for text, _note in shown], [note for _text, note in shown], change(values, floor))


def change(values: list[Value], floor: int) -> str:
    """Against the year before: rates in points, amounts and counts in percent, few in number. Of nothing there is
    no change.
    """
    now, earlier = values[0], values[-1]
    if isinstance(now, Rate) and isinstance(earlier, Rate):
        few = min(now.denominator, earlier.denominator) < floor
        if few or now.value is None or earlier.value is None:
            return NOTHING
        return str(POINTS) % {"points": f"{now.value - earlier.value:+.1f}"}
    if not earlier or now is None or isinstance(now, Rate) or isinstance(earlier, Rate):
        return NOTHING
    if isinstance(earlier, int) and earlier < floor:
        return f"{Decimal(now) - earlier:+,}"
    return f"{100 * (Decimal(now) - Decimal(earlier)) / Decimal(earlier):+.1f}%"


def heads(periods: list[Period]) -> list[str]:
    last = [_("Same period last year")]
    return [_("This period"), *([_("Period before")] if len(periods) > len(last) + 1 else []), *last]
