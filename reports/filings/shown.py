"""A report as its page shows it: the total of each table side by side, then the units and the categories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from casework.words import NOTHING, rate
from reports.filings.content import Content
from reports.filings.kinds import CATEGORY

# From table, row ("" is the total), column and cell to the list behind it; "" where there is none.
Address = Callable[[str, str, str, Any], str]


@dataclass(frozen=True)
class Shown:
    """A cell as it prints, and the address of the list behind it."""

    text: str
    url: str


@dataclass(frozen=True)
class Line:
    """One figure with its value in each of the tables."""

    label: str
    definition: str
    values: list[Shown]


@dataclass(frozen=True)
class Grid:
    """A table as it stands in the workbook: a row for each unit or category."""

    title: str
    heads: list[str]
    rows: list[tuple[str, list[Shown]]]


def nowhere(_table: str, _row: str, _figure: str, _cell: Any) -> str:
    return ""


def side_by_side(content: Content, address: Address = nowhere) -> tuple[list[str], list[Line]]:
    """The heads, and every figure of the whole union in each period."""
    tables = [one for one in content["tables"] if one["code"] != CATEGORY]
    places = [dict(zip(one["columns"], cells(one, "", one["total"], address), strict=True)) for one in tables]
    heads = [f"{one['title']} {one['first']} – {one['last']}" for one in tables]
    found = [
        Line(label_of(head), head["definition"], [place[head["code"]] for place in places])
        for head in content["definitions"]
    ]
    return heads, found


def label_of(head: dict[str, str]) -> str:
    return " · ".join(filter(None, (head["group"], head["label"])))


def cells(table: dict[str, Any], row: str, found: list[Any], address: Address) -> list[Shown]:
    pairs = zip(table["columns"], found, strict=True)
    return [Shown(words(cell), address(table["code"], row, code, cell)) for code, cell in pairs]


def grids(content: Content, address: Address = nowhere) -> list[Grid]:
    """By unit where there is more than one, and by category."""
    labels = {head["code"]: label_of(head) for head in content["definitions"]}
    chosen = [one for one in content["tables"][:1] if len(one["rows"]) > 1]
    chosen += [one for one in content["tables"] if one["code"] == CATEGORY and one["rows"]]
    return [
        Grid(
            one["title"],
            [labels[code] for code in one["columns"]],
            [(row["label"], cells(one, row["key"], row["cells"], address)) for row in one["rows"]],
        )
        for one in chosen
    ]


def words(cell: Any) -> str:
    """As it prints: thousands marked, a rate with one decimal and what it rests on."""
    if isinstance(cell, dict):
        if cell["value"] is None:
            return NOTHING
        return f"{rate(cell['value'])} ({cell['n']}/{cell['d']})"
    if cell is None:
        return NOTHING
    return f"{float(cell):,.2f}" if isinstance(cell, str) else f"{cell:,}"
