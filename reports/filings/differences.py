"""What has changed since a report was made: its frozen cells beside the same cells counted now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from organizations.models import Officer
from reports.filings.content import LANGUAGE, Content, cells_of, table
from reports.filings.kinds import CURRENT
from reports.models import Filing, Snapshot

Cell = int | str | dict[str, Any] | None


@dataclass(frozen=True)
class Difference:
    """One cell. `unit` and `column` are words, `row` and `figure` their codes; `change` is empty for rates, which have
    no difference in cases.
    """

    unit: str
    column: str
    before: str
    after: str
    change: str
    row: str
    figure: str

    def as_data(self) -> dict[str, str]:
        """The words, as the sheet of the next report has them."""
        return {name: getattr(self, name) for name in ("unit", "column", "before", "after", "change")}


def differences(filing: Filing, snapshot: Snapshot, *, by: Officer, today: date) -> list[Difference]:
    """The cells of the period's own table that would be others if the report were made today."""
    with override(LANGUAGE):
        fresh = table(filing, CURRENT, by, today)
    return compared(snapshot.content, {**snapshot.content, "tables": [fresh]})


def compared(before: Content, after: Content) -> list[Difference]:
    labels = {one["code"]: one["label"] for one in before["definitions"]}
    units = {**names(before), **names(after)}
    old = {(key, name): cell for code, key, name, cell in cells_of(before) if code == CURRENT}
    new = {(key, name): cell for code, key, name, cell in cells_of(after) if code == CURRENT}
    return [
        Difference(units.get(key, key), labels.get(name, name), shown(was), shown(now), change(was, now), key, name)
        for key, name in {**old, **new}
        if (was := old.get((key, name))) != (now := new.get((key, name)))
    ]


def names(content: Content) -> dict[str, str]:
    found = {row["key"]: row["label"] for one in content["tables"] if one["code"] == CURRENT for row in one["rows"]}
    return {"": content["unit"], **found}


def shown(cell: Cell) -> str:
    """A cell as it prints; a rate with what it rests on."""
    if isinstance(cell, dict):
        return "—" if cell["value"] is None else f"{cell['value']}% ({cell['n']}/{cell['d']})"
    return "—" if cell is None else str(cell)


def change(before: Cell, after: Cell) -> str:
    if isinstance(before, dict) or isinstance(after, dict):
        return ""
    return f"{Decimal(after or 0) - Decimal(before or 0):+}"
