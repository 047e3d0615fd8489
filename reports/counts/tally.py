"""Grouped counting: one query, one row of counts for each key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from reports.counts.keys import grouping, key_of
from reports.indicators import Counts
from reports.question import Question

Tally = dict[str, Counts]
PREFIX = "n_"  # an annotation must not carry the name of a column


def tally(question: Question, rows: QuerySet[Any], day: str, path: str = "", **counts: Any) -> Tally:
    """Count `rows` by the breakdown. `day` is the column that dates them, `path` leads from them to the file."""
    named = {f"{PREFIX}{name}": expression for name, expression in counts.items()}
    grouped = rows.annotate(row_key=grouping(question, day, path)).values("row_key").annotate(**named).order_by()
    key = key_of(question)
    found: Tally = defaultdict(Counts)
    for row in grouped:
        found[key(row.pop("row_key"))].update(numbers(row))
    return found


def totals(rows: QuerySet[Any], keys: Iterable[str], measure: Callable[[str], dict[str, Any]]) -> Tally:
    """Count the same rows once for each key, as for the last day of each month: one query for all."""
    wanted = {key: measure(key) for key in keys}
    named = {f"{key}/{name}": expression for key, counts in wanted.items() for name, expression in counts.items()}
    values = rows.aggregate(**named) if named else {}
    return {key: Counts({name: values[f"{key}/{name}"] or 0 for name in counts}) for key, counts in wanted.items()}


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


def instants(question: Question) -> tuple[datetime, datetime]:
    """From the first instant of the period to the first one after it, in Asia/Shanghai."""
    first, after = question.period.first, question.period.last + timedelta(days=1)
    return timezone.make_aware(datetime.combine(first, time.min)), timezone.make_aware(
        datetime.combine(after, time.min)
    )
