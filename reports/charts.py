"""Charts drawn here as plain SVG: dots with their intervals, never ranked bars. No script, no style, no library.

Every number in it is a coordinate as text, ready for the template; the same drawing stands on the page and on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from casework.words import rate
from reports.funnel import NARROW, WIDE, WITHIN, Funnel, limit
from reports.rates import Rate

WIDTH, PAD, FOOT = 640, 12, 28
ROW = 30
SIGN, LETTER, WIDEST = 13, 7.5, 190  # widths of a Chinese sign and of a letter, and the most the names get
FUNNEL_HEIGHT, FUNNEL_LEFT = 360, 52
MOST_TICKS = 6


@dataclass(frozen=True)
class Tick:
    at: str
    label: str


@dataclass(frozen=True)
class Dot:
    """One row: its name, and where its rate and the ends of its interval stand; "" where it has none."""

    y: str
    label: str
    title: str
    x: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class DotChart:
    title: str
    left: str
    height: int
    bottom: str
    ticks: list[Tick]
    dots: list[Dot]


@dataclass(frozen=True)
class Mark:
    """One unit in the funnel; `out` is pointed out by form, colour and name."""

    x: str
    y: str
    title: str
    label: str
    out: bool


@dataclass(frozen=True)
class FunnelChart:
    """`curves` are the limits of chance, `centre` is the common rate."""

    title: str
    columns: list[Tick]
    rows: list[Tick]
    curves: list[str]
    centre: str
    marks: list[Mark]
    height: int = FUNNEL_HEIGHT
    left: int = FUNNEL_LEFT
    right: int = WIDTH - PAD
    bottom: int = FUNNEL_HEIGHT - FOOT


@dataclass(frozen=True)
class Axis:
    """From values to coordinates."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> str:
        share = (value - self.low) / (self.high - self.low)
        return f"{self.begin + share * (self.end - self.begin):.1f}"

    def ticks(self, unit: str = "") -> list[Tick]:
        step = step_of((self.high - self.low) / MOST_TICKS)
        first = -(-int(self.low) // step) * step
        return [Tick(self.at(n), f"{n}{unit}") for n in range(first, int(self.high) + 1, step)]


def step_of(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not less."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step >= least:
                return step
        size *= 10


def rate_chart(rows: Sequence[tuple[str, Rate | None]], title: str) -> DotChart:
    """One dot and one line for each row; a row without rate keeps its place and stays empty."""
    left = PAD + min(WIDEST, max((width(label) for label, _rate in rows), default=0))
    lows = [float(found.interval[0]) for _label, found in rows if found and found.interval]
    axis = Axis(ten_below(lows), 100, left + PAD, WIDTH - 2 * PAD)
    dots = [dot(n, label, found, axis) for n, (label, found) in enumerate(rows)]
    bottom = PAD + ROW * len(rows)
    return DotChart(title, f"{left:.0f}", bottom + FOOT, str(bottom), axis.ticks("%"), dots)


def dot(n: int, label: str, found: Rate | None, axis: Axis) -> Dot:
    y, name = f"{PAD + ROW * (n + 0.5):.0f}", shortened(label)
    if found is None or found.value is None or found.interval is None:
        return Dot(y, name, label)
    low, high = found.interval
    title = f"{label} {rate(found.value)} ({rate(low)}–{rate(high)})"
    return Dot(y, name, title, *(axis.at(float(value)) for value in (found.value, low, high)))


def ten_below(values: Iterable[float]) -> int:
    """The ten below the lowest: the differences stay visible, and the scale says where it begins."""
    return min(90, int(min(values, default=0) // 10 * 10))


def width(label: str) -> float:
    return sum(LETTER if sign.isascii() else SIGN for sign in label)


def shortened(label: str) -> str:
    """As much of a name as there is room for; the table beside it has all of it."""
    if width(label) <= WIDEST:
        return label
    while width(label) > WIDEST - SIGN:
        label = label[:-1]
    return f"{label}…"


def funnel_chart(found: Funnel, title: str) -> FunnelChart:
    """Dots by number of cases and rate, with the common rate and the two limits of chance around it."""
    most = max(point.n for point in found.points)
    x = Axis(0, 1.08 * most, FUNNEL_LEFT, WIDTH - PAD)
    y = Axis(ten_below(point.percent for point in found.points), 100, FUNNEL_HEIGHT - FOOT, PAD)
    marks = [
        Mark(x.at(one.n), y.at(one.percent), f"{one.label} {one.rate} ({one.n})", one.label, one.words is not WITHIN)
        for one in found.points
    ]
    curves = [curve(found, x, y, sign * z) for z in (WIDE, NARROW) for sign in (-1, 1)]
    return FunnelChart(title, x.ticks(), y.ticks("%"), curves, y.at(found.centre), marks)


def curve(found: Funnel, x: Axis, y: Axis, z: float) -> str:
    """The points of one limit, as far as it lies inside the picture."""
    steps = [x.high * (k / 80) ** 2 for k in range(1, 81)]
    points = [(n, found.centre + 100 * limit(found.centre / 100, n, z)) for n in steps]
    return " ".join(f"{x.at(n)},{y.at(value)}" for n, value in points if y.low <= value <= y.high)


def rate_picture(rows: Sequence[tuple[str, Rate | None]], figure: str) -> DotChart | None:
    """None where no row has a rate: there is nothing to draw."""
    if not any(found for _label, found in rows):
        return None
    words = _("%(figure)s with its 95 %% interval for each row; the table says the same in figures.")
    return rate_chart(rows, words % {"figure": figure})


def funnel_picture(found: Funnel | None) -> FunnelChart | None:
    if found is None:
        return None
    words = _("Every unit by its number of cases and its rate; the table says the same in figures.")
    return funnel_chart(found, words)


def drawn(chart: DotChart) -> str:
    """As SVG for paper."""
    return render_to_string("reports/parts/dots.html", {"chart": chart})
