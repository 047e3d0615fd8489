"""Charts made here, as SVG without scripts and styles: dots with their intervals, never ranked bars."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import vl_convert
from django.core.cache import cache

from reports.funnel import NARROW, WIDE, WITHIN, Funnel, limit
from reports.rates import Rate

VEGA_LITE = "5.20"
KEPT_SECONDS = 24 * 60 * 60
ROW_HEIGHT = 32
WIDTH = 480
INK, RED, LINE = "#1d232b", "#b3261e", "#dde2e9"
FONT = "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"


def success_chart(rows: Sequence[tuple[str, Rate | None]], title: str) -> str:
    """One dot and one line for each row; a row without rate keeps its place and stays empty."""
    spec = specification(rows, title)
    text = json.dumps(spec, sort_keys=True, ensure_ascii=False)
    key = f"chart-{sha256(text.encode()).hexdigest()}"
    return str(cache.get_or_set(key, lambda: vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE), KEPT_SECONDS))


def specification(rows: Sequence[tuple[str, Rate | None]], title: str) -> dict[str, Any]:
    points = [point(n, label, rate) for n, (label, rate) in enumerate(rows)]
    labels = [label for label, _rate in rows]
    y = {"field": "row", "type": "ordinal", "axis": axis_of(labels), "scale": {"domain": list(range(len(rows)))}}
    x = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": domain(points)},
        "axis": {"labelExpr": "datum.value + '%'", "tickCount": 6},
    }
    return {
        "data": {"values": points},
        "description": title,
        "width": WIDTH,
        "height": {"step": ROW_HEIGHT},
        "layer": [
            layer({"type": "rule", "strokeWidth": 2}, y, {**x, "field": "low"}, x2={"field": "high"}),
            layer({"type": "tick", "size": 10, "thickness": 2}, y, {**x, "field": "low"}),
            layer({"type": "tick", "size": 10, "thickness": 2}, y, {**x, "field": "high"}),
            layer(
                {"type": "point", "filled": True, "size": 110, "color": RED, "opacity": 1}, y, {**x, "field": "rate"}
            ),
        ],
        "config": {
            "font": FONT,
            "background": "white",
            "axis": {"gridColor": LINE, "labelColor": INK, "labelFontSize": 13, "labelLimit": 240},
            "rule": {"color": INK},
            "tick": {"color": INK},
            "view": {"stroke": None},
        },
    }


def layer(mark: dict[str, Any], y: dict[str, Any], x: dict[str, Any], **more: Any) -> dict[str, Any]:
    shown = [{"filter": "isValid(datum.rate)"}]
    return {"mark": mark, "transform": shown, "encoding": {"y": y, "x": x, **more}}


def axis_of(labels: list[str]) -> dict[str, Any]:
    """Rows are placed by number, so that two of the same name stay two."""
    return {"title": None, "labelExpr": f"{json.dumps(labels, ensure_ascii=False)}[datum.value]", "ticks": False}


def point(n: int, label: str, rate: Rate | None) -> dict[str, Any]:
    if rate is None or rate.value is None or rate.interval is None:
        return {"row": n, "rate": None, "low": None, "high": None}
    low, high = rate.interval
    return {"row": n, "rate": float(rate.value), "low": float(low), "high": float(high)}


def domain(points: list[dict[str, Any]]) -> list[int]:
    """From the ten below the lowest end to 100: the differences stay visible, and the scale says where it begins."""
    lows = [p["low"] for p in points if p["low"] is not None]
    return [int(min(lows, default=0) // 10 * 10), 100]


def funnel_chart(found: Funnel, title: str) -> str:
    """Dots by number of cases and rate, with the common rate and the two limits of chance around it."""
    spec = funnel_specification(found, title)
    text = json.dumps(spec, sort_keys=True, ensure_ascii=False)
    key = f"chart-{sha256(text.encode()).hexdigest()}"
    return str(cache.get_or_set(key, lambda: vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE), KEPT_SECONDS))


def funnel_specification(found: Funnel, title: str) -> dict[str, Any]:
    most = max(point.n for point in found.points)
    steps = [max(1, round(most * k / 40)) for k in range(1, 43)]
    curves = [
        {"n": n, "rate": bounded(found.centre + sign * 100 * limit(found.centre / 100, n, z)), "curve": f"{sign}{z}"}
        for z in (WIDE, NARROW)
        for sign in (-1, 1)
        for n in sorted(set(steps))
    ]
    dots = [
        {"n": one.n, "rate": one.percent, "out": one.words is not WITHIN, "label": one.label} for one in found.points
    ]
    x = {"field": "n", "type": "quantitative", "title": None, "axis": {"tickCount": 6}}
    y = {"field": "rate", "type": "quantitative", "title": None, "axis": {"labelExpr": "datum.value + '%'"}}
    named = [dot for dot in dots if dot["out"]]
    shape = {
        "field": "out",
        "type": "nominal",
        "scale": {"domain": [False, True], "range": ["circle", "diamond"]},
        "legend": None,
    }
    color = {"field": "out", "type": "nominal", "scale": {"domain": [False, True], "range": [INK, RED]}, "legend": None}
    return {
        "description": title,
        "width": WIDTH,
        "height": 300,
        "layer": [
            {
                "data": {"values": curves},
                "mark": {"type": "line", "strokeDash": [5, 4], "color": INK, "strokeWidth": 1},
                "encoding": {"x": x, "y": y, "detail": {"field": "curve"}},
            },
            {
                "data": {"values": [{"rate": found.centre}]},
                "mark": {"type": "rule", "color": RED, "strokeWidth": 2},
                "encoding": {"y": y},
            },
            {
                "data": {"values": dots},
                "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
                "encoding": {"x": x, "y": y, "shape": shape, "color": color},
            },
            {
                "data": {"values": named},
                "mark": {"type": "text", "dy": -12, "fontSize": 13},
                "encoding": {"x": x, "y": y, "text": {"field": "label"}},
            },
        ],
        "config": {
            "font": FONT,
            "background": "white",
            "axis": {"gridColor": LINE, "labelColor": INK, "labelFontSize": 13},
            "view": {"stroke": None},
        },
    }


def marked(usual: str, out: str) -> dict[str, Any]:
    """Form and colour both tell those pointed out from the others."""
    return {
        "field": "out",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": [False, True], "range": [usual, out]},
    }


def bounded(percent: float) -> float:
    return max(0.0, min(100.0, percent))
