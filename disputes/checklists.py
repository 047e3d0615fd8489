"""What should be in the file, by category: data, one line for each paper."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casework.models import Category

DATA = Path(__file__).parent / "data" / "checklists.csv"


@dataclass(frozen=True)
class Item:
    code: str
    label: str


@cache
def templates() -> dict[str, list[Item]]:
    """The lines of each category of either level; those without a category belong to every case."""
    found: dict[str, list[Item]] = {}
    with DATA.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["category"], []).append(Item(row["code"], row["label"]))
    return found


def checklist_of(category: Category) -> list[Item]:
    """First what every case needs, then what its group of categories and the category itself need."""
    levels = ("", category.parent_id or "", category.code) if category.parent_id else ("", category.code)
    return [item for level in levels for item in templates().get(level, [])]


def every_item() -> list[tuple[str, str]]:
    """Code and label of every line there is, each code once."""
    return list({item.code: item.label for items in templates().values() for item in items}.items())
