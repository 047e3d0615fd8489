"""What the upper apps hand to a page: panels beside a file, cards and tasks on a desk, hits of a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection


@dataclass(frozen=True)
class Line:
    """One linked file in a panel; `detail` is a second line below it."""

    text: str
    url: str
    badge: str = ""
    detail: str = ""


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
    """A file that waits for this officer, with its next day, the instant where minutes count, and its next step.

    `about` and `amount` (yuan) say what it is over; an urgent one, named by `mark`, stands above all that are not.
    """

    number: str
    title: str
    state_label: str
    due_on: date | None
    step: str
    url: str
    about: str = ""
    amount: Decimal | None = None
    urgency: int = 0
    mark: Any = ""
    mark_tone: str = ""
    due_at: datetime | None = None


# Modules of apps the desk cannot know of, with `cards` and `worklist` like those it asks by name.
more_desks: list[Any] = []


@dataclass(frozen=True)
class Hit:
    """A file found by the search box."""

    kind: Any
    title: str
    detail: str
    url: str


def bounded(rows: Any, most: int = 50) -> str:
    """How many, counted only as far as anybody reads: "7", "50+"."""
    return bounded_all([rows], most)[0]


def bounded_all(lists: Sequence[Any], most: int = 50) -> list[str]:
    """The same of several lists in one statement."""
    parts, parameters = [], []
    for rows in lists:
        sql, given = counted(rows, most)
        parts.append(sql)
        parameters += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        return [f"{most}+" if found > most else str(found) for found in cursor.fetchone()]


def counted(rows: Any, most: int) -> tuple[str, list[Any]]:
    """SQL that counts one more than `most` at most; nothing can be in a list that its own conditions make empty."""
    try:
        sql, parameters = rows.order_by().values_list("pk")[: most + 1].query.sql_with_params()
    except EmptyResultSet:
        return "0", []
    return f"(SELECT count(*) FROM ({sql}) found)", list(parameters)  # noqa: S608 - made by the ORM
