"""What the upper apps hand to a page: panels beside a file, cards and tasks on a desk, hits of a search."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Line:
    """One linked file in a panel."""

    text: str
    url: str
    badge: str = ""


@dataclass(frozen=True)
class Link:
    label: Any
    url: str


@dataclass(frozen=True)
class Panel:
    """What another app knows about a file, and what can be begun from there."""

    title: Any
    lines: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Contact:
    """How somebody named in a file may be reached. `forbidden`: not by telephone at all."""

    lines: list[str] = field(default_factory=list)
    forbidden: bool = False


@dataclass(frozen=True)
class Card:
    """A counter on the desk that leads to its list. `count` is bounded: "50+" instead of counting everything."""

    title: Any
    count: str
    url: str
    tone: str = ""
    hint: Any = ""


@dataclass(frozen=True)
class Task:
    """A file that waits for this officer, with its next day and next step."""

    number: str
    title: str
    state_label: str
    due_on: date | None
    step: str
    url: str


@dataclass(frozen=True)
class Hit:
    """A file found by the search box."""

    kind: Any
    title: str
    detail: str
    url: str


def bounded(rows: Any, most: int = 50) -> str:
    """How many, counted only as far as anybody reads: "7", "50+"."""
    found = len(rows.order_by().values_list("pk")[: most + 1])
    return f"{most}+" if found > most else str(found)
