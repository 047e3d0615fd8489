"""Rebuilding cells of the roll-ups from the files: whatever was there before, the result is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from organizations.models import Region, UnionOrg
from reports.counts import CASES_ONLY, STOCK, Part, Selection, count_files
from reports.indicators import Counts
from reports.models import ROLLUPS, CaseMonth, Month
from reports.periods import Period, end_of_month

BATCH = 2000
CellKey = tuple[str, date, str, str]  # scope, month, dimension, key


@dataclass(frozen=True)
class Span:
    """Whole months, counted up to `through` by the settings of `today`; of `scopes` only, or of everybody."""

    first: date
    last: date
    through: date
    today: date
    scopes: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        return Period(self.first, min(end_of_month(self.last), self.through))


def rebuild(table: str, span: Span) -> int:
    """Replace the rows of a span by what the files hold now. How many there are."""
    model = ROLLUPS[table]
    rows = model.objects.filter(month__range=(span.first, span.last))
    (rows.filter(scope__in=span.scopes) if span.scopes else rows).delete()
    fresh = [row_of(model, key, counts) for key, counts in counted(table, span).items()]
    model.objects.bulk_create(fresh, batch_size=BATCH)
    return len(fresh)


def counted(table: str, span: Span) -> dict[CellKey, Counts]:
    """What the files hold, cell by cell; cells of nothing are left out."""
    found: dict[CellKey, Counts] = {}
    for dimension in ["", *sorted(CASES_ONLY)] if table == "case" else [""]:
        for path in provinces(span):
            for cell, counts in cells(table, span, path, dimension):
                if any(counts.values()):
                    found[cell] = counts
    return found


def cells(table: str, span: Span, path: str, dimension: str) -> Iterator[tuple[CellKey, Counts]]:
    scopes = tuple(scope for scope in span.scopes if scope.startswith(path))
    part = Part(span.period.first, span.period.last, path, scopes)
    keys = ("scope", "month", dimension) if dimension else ("scope", "month")
    selection = Selection((part,), keys, province_of(path), span.today)
    for (scope, month, *key), counts in count_files(selection, {table, STOCK} if table == "case" else {table}).items():
        yield (scope, month, dimension, "".join("" if one is None else str(one) for one in key)), counts


def provinces(span: Span) -> list[str]:
    """Settings differ by province, so each is counted by its own."""
    if span.scopes:
        return sorted({scope[:3] for scope in span.scopes})
    return sorted({path[:3] for path in UnionOrg.objects.values_list("path", flat=True)})


def province_of(path: str) -> Region:
    return Region(code=f"{path[:2]}0000")


def row_of(model: type[Month], key: CellKey, counts: Counts) -> Month:
    scope, month, dimension, value = key
    placed: dict[str, Any] = {"scope": scope, "month": month}
    if model is CaseMonth:
        placed |= {"dimension": dimension, "key": value}
    return model(**placed, **counts)
