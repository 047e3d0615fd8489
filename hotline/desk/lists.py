"""Cards that count their lists, all in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from casework.panels import Card, bounded_all


@dataclass(frozen=True)
class Listed:
    """A list to be counted: its title, rows, address and tone; `if_any` leaves it out while there is nothing in it."""

    title: Any
    rows: Any
    url: str
    tone: str = ""
    if_any: bool = False


def counted(lists: Sequence[Listed]) -> list[Card]:
    """The cards of several lists, counted in one statement."""
    counts = bounded_all([one.rows for one in lists]) if lists else []
    found = zip(lists, counts, strict=True)
    return [Card(one.title, count, one.url, one.tone) for one, count in found if count != "0" or not one.if_any]


def shown(name: str, show: str, **more: str) -> str:
    """The address of a list with one of its views, and what else it is narrowed to."""
    return reverse(f"hotline:{name}", query={"show": show, **more})
