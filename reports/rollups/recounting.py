"""The nightly comparison: every cell of the roll-ups counted again from the files, and an alarm on any difference."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from casework.steady import steady
from reports.indicators import Counts
from reports.models import ROLLUPS, RollupDifference, RollupState, StaleMonth
from reports.rollups.refreshing import alone, next_span
from reports.rollups.writing import CellKey, Span, counted

logger = logging.getLogger(__name__)
MOST = 1000  # differences kept of one comparison: the first few tell what is wrong


def recount(at: datetime) -> int:
    """How many counts differed. Each is kept for somebody to look at, and its cell is counted again."""
    with steady():
        return sum(compare(table, span, at) for span in spans() for table in ROLLUPS)


def spans() -> Iterator[Span]:
    """All that is rolled up, as it was rolled up."""
    through, done = RollupState.objects.current().through, None
    while through and (done is None or done < through):
        span = next_span(done, through)
        done = span.period.last
        yield span


def compare(table: str, span: Span, at: datetime) -> int:
    with alone() as mine:
        if not mine:
            return 0
        found = list(differences(table, span, at))[:MOST]
        RollupDifference.objects.bulk_create(found)
        wrong = {(one.scope, one.month) for one in found}
        StaleMonth.objects.bulk_create(StaleMonth(kind=table, scope=scope, month=month) for scope, month in wrong)
        state = RollupState.objects.current()
        state.recounted_at = at
        state.save(update_fields=["recounted_at"])
    if found:
        logger.error("roll-ups differ from the files", extra={"kind": table, "differences": len(found)})
    return len(found)


def differences(table: str, span: Span, at: datetime) -> Iterator[RollupDifference]:
    """Kept against found, but for cells that are known to be stale: those are read last, as files go on changing."""
    held, fresh = kept(table, span), counted(table, span)
    stale = set(StaleMonth.objects.filter(kind=table).values_list("scope", "month"))
    names = ROLLUPS[table].counted()
    for cell in held.keys() | fresh.keys():
        scope, month, dimension, key = cell
        if (scope, month) in stale:
            continue
        before, now = held.get(cell, Counts()), fresh.get(cell, Counts())
        for name in names:
            if Decimal(before[name]) != Decimal(now[name]):
                at_cell = {"kind": table, "scope": scope, "month": month, "dimension": dimension, "key": key}
                yield RollupDifference(**at_cell, name=name, kept=before[name], found=now[name], found_at=at)


def kept(table: str, span: Span) -> dict[CellKey, Counts]:
    model = ROLLUPS[table]
    names = model.counted()
    rows = model.objects.filter(month__range=(span.first, span.last))
    return {
        (row["scope"], row["month"], row["dimension"], row["key"]): Counts({name: row[name] for name in names})
        for row in rows.values("scope", "month", "dimension", "key", *names)
    }
