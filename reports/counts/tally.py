"""Grouped counting: one query, one row of counts for each key; many of them in one statement where somebody waits."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, QuerySet, Value
from django.utils.dateparse import parse_duration

from reports.counts.selection import Selection
from reports.indicators import Counts

Key = tuple[Any, ...]
Tally = dict[Key, Counts]
PREFIX = "n_"  # an annotation must not carry the name of a column


@dataclass(frozen=True)
class Counting:
    """Counts of rows by some of their columns, not asked yet: keys as they are named, counts with their prefix."""

    rows: QuerySet[Any, dict[str, Any]]
    keys: tuple[str, ...]


def tally(selection: Selection, rows: QuerySet[Any], day: str, path: str = "", **counts: Any) -> Counting:
    """Count `rows` by the keys of the selection, or in all where it has none.

    `day` is the column that dates them, `path` leads to their file.
    """
    return counting(rows, selection.groups(day, path), **counts)


def counting(rows: QuerySet[Any], groups: dict[str, Any], **counts: Any) -> Counting:
    """Count `rows` by what `groups` names; without it they are one group."""
    named = {f"{PREFIX}{name}": expression for name, expression in counts.items()}
    grouped = rows.order_by().annotate(**groups) if groups else rows.order_by().annotate(all=Value(1))
    return Counting(grouped.values(*(groups or ["all"])).annotate(**named).order_by(), tuple(groups))


def asked(found: Counting) -> Tally:
    """By a statement of its own: of many thousand keys the rows come as they are."""
    return {tuple(plain(row[name]) for name in found.keys): Counts(numbers(row)) for row in found.rows}


def asked_at_once(countings: Iterable[Counting]) -> Tally:
    """All of them by one statement: a page of figures would send some eighty."""
    selects: list[str] = []
    given: list[Any] = []
    known: list[tuple[Counting, set[str]]] = []
    for one in countings:
        try:
            sql, parameters = one.rows.query.sql_with_params()
        except EmptyResultSet:
            continue
        selects.append(f"SELECT {len(known)}, to_jsonb(counted)::text FROM ({sql}) counted")  # noqa: S608 - Django's own
        given += parameters
        known.append((one, dated(one)))
    if not selects:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects), given)
        return merged(read(known[n], text) for n, text in cursor.fetchall())


def read(asked: tuple[Counting, set[str]], text: str) -> Tally:
    """JSON knows no days: a key that is one is written as text."""
    (one, days), row = asked, json.loads(text, parse_float=Decimal)
    key = tuple(date.fromisoformat(row[name][:10]) if name in days and row[name] else row[name] for name in one.keys)
    return {key: Counts(numbers(row))}


def dated(one: Counting) -> set[str]:
    """The keys that are days, or the first instants of days."""
    known = one.rows.query.annotations
    fields = {name: known[name].output_field if name in known else field_of(one, name) for name in one.keys}
    return {name for name, field in fields.items() if isinstance(field, DateField)}


def field_of(one: Counting, name: str) -> Any:
    return one.rows.model._meta.get_field(name)


def plain(value: Any) -> Any:
    """The first instant of a month is its first day."""
    return value.date() if isinstance(value, datetime) else value


def numbers(row: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix(PREFIX): number(value) for name, value in row.items() if name.startswith(PREFIX)}


def number(value: Any) -> Any:
    """Sums of nothing are zero; spans of time are whole days, in JSON they are words."""
    span = parse_duration(value) if isinstance(value, str) else value
    return span.days if isinstance(span, timedelta) else span or 0


def merged(tallies: Iterable[Tally]) -> Tally:
    found: Tally = defaultdict(Counts)
    for one in tallies:
        for key, counts in one.items():
            found[key].update(counts)
    return found
