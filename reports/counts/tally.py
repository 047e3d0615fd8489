"""Grouped counting: one query, one row of counts for each key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from reports.counts.selection import Selection
from reports.indicators import Counts

Key = tuple[Any, ...]
Tally = dict[Key, Counts]
PREFIX = "n_"  # an annotation must not carry the name of a column


def tally(selection: Selection, rows: QuerySet[Any], day: str, path: str = "", **counts: Any) -> Tally:
    """Count `rows` by the keys of the selection, or in all where it has none.

    `day` is the column that dates them, `path` leads to their file.
    """
    groups = selection.groups(day, path)
    named = {f"{PREFIX}{name}": expression for name, expression in counts.items()}
    if not groups:
        return {(): Counts(numbers(rows.aggregate(**named)))}
    grouped = rows.annotate(**groups).values(*groups).annotate(**named).order_by()
    found: Tally = defaultdict(Counts)
    for row in grouped:
        found[tuple(plain(row.pop(name)) for name in groups)].update(numbers(row))
    return found


def plain(value: Any) -> Any:
    """The first instant of a month is its first day."""
    return value.date() if isinstance(value, datetime) else value


def numbers(row: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix(PREFIX): number(value) for name, value in row.items()}


def number(value: Any) -> Any:
    """Sums of nothing are zero; spans of time are whole days."""
    return value.days if isinstance(value, timedelta) else value or 0


def merged(tallies: Iterable[Tally]) -> Tally:
    found: Tally = defaultdict(Counts)
    for one in tallies:
        for key, counts in one.items():
            found[key].update(counts)
    return found
