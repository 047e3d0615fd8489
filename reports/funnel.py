"""Units around the rate of them all: which of them differ by more than chance allows. No ranking is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.words import rate
from reports.report import Report, Row, hidden

WIDE, NARROW = 3.0902, 1.96  # 99.8 % and 95 % of what chance does to equal units lie inside
WITHIN = _("within what chance allows")
ABOVE = _("higher than chance explains")
BELOW = _("lower than chance explains")
FEWEST = 3


@dataclass(frozen=True)
class Point:
    """One unit: how many cases, its rate in percent, and whether chance explains the distance."""

    key: str
    label: str
    n: int
    percent: float
    rate: str
    words: Any


@dataclass(frozen=True)
class Funnel:
    """The common rate in percent, and the units whose rate may be shown."""

    centre: float
    points: list[Point]


def funnel(found: Report, floor: int) -> Funnel | None:
    """None where there are too few units to compare, or nothing to compare them with."""
    without = hidden({row.key: row.concluded for row in found.rows}, floor)
    rows = [row for row in found.rows if row.concluded and row.key not in without]
    total = found.total.success.value
    if total is None or len(rows) < FEWEST:
        return None
    centre = found.total.succeeded / found.total.concluded
    return Funnel(100 * centre, [point(row, centre) for row in rows])


def point(row: Row, centre: float) -> Point:
    share = row.succeeded / row.concluded
    return Point(
        row.key, row.label, row.concluded, 100 * share, rate(row.success.value), judged(share, row.concluded, centre)
    )


def judged(share: float, n: int, centre: float) -> Any:
    """Against the wide limits, so that of a thousand equal units about two are pointed out by mistake."""
    reach = limit(centre, n, WIDE)
    if abs(share - centre) <= reach + 0.5 / n:  # half a case: counts move in steps
        return WITHIN
    return ABOVE if share > centre else BELOW


def limit(centre: float, n: float, z: float) -> float:
    """How far chance takes the rate of a unit with `n` cases from the common one, as a share."""
    return z * sqrt(centre * (1 - centre) / n)
