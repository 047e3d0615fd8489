"""Rebuilding cells of the roll-ups from the files: whatever was there before, the result is the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import connection

from organizations.models import Region, UnionOrg
from reports.counts import CASES_ONLY, STOCK, Part, Selection, Tally, count_files
from reports.indicators import Counts
from reports.models import ROLLUPS, Month
from reports.periods import Period, end_of_month

DAY = Month.Dimension.DAY.value
GROUPINGS = [(DAY,), tuple(sorted(CASES_ONLY))]
CellKey = tuple[str, date, str, str]  # scope, month, dimension, key of the dimension


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
    fresh = counted(table, span)
    copy_in(model, fresh)
    return len(fresh)


def copy_in(model: type[Month], cells: dict[CellKey, Counts]) -> None:
    """By COPY: a province writes thousands of rows of fifty columns, which INSERT takes ten times as long to read."""
    names = model.counted()
    columns = ", ".join(f'"{name}"' for name in ("scope", "month", "dimension", "key", *names))
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy,
    ):
        for cell, counts in cells.items():
            copy.write_row((*cell, *(counts[name] for name in names)))


def counted(table: str, span: Span) -> dict[CellKey, Counts]:
    """What the files hold, cell by cell; cells of nothing are left out.

    A month is the sum of its days. Categories, mediators and origins are counted in one go and added up here: to ask
    for each of them alone would read the files of a province three times.
    """
    found: dict[CellKey, Counts] = defaultdict(Counts)
    for names in GROUPINGS if table == "case" else GROUPINGS[:1]:
        for path in provinces(span):
            for (scope, month, *keys), counts in grouped(table, span, path, names).items():
                for name, key in zip(names, keys, strict=True):
                    found[scope, month, name, "" if key is None else str(key)].update(counts)
                if DAY in names:
                    found[scope, month, "", ""].update(counts)
    return {cell: counts for cell, counts in found.items() if any(counts.values())}


def grouped(table: str, span: Span, path: str, names: tuple[str, ...]) -> Tally:
    scopes = tuple(scope for scope in span.scopes if scope.startswith(path))
    part = Part(span.period.first, span.period.last, path, scopes)
    selection = Selection((part,), ("scope", "month", *names), province_of(path), span.today)
    return count_files(selection, {table, STOCK} if table == "case" else {table})


def provinces(span: Span) -> list[str]:
    """Settings differ by province, so each is counted by its own."""
    if span.scopes:
        return sorted({scope[:3] for scope in span.scopes})
    return sorted({path[:3] for path in UnionOrg.objects.values_list("path", flat=True)})


def province_of(path: str) -> Region:
    return Region(code=f"{path[:2]}0000")
