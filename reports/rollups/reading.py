"""Counts from the roll-ups, and from the files what they do not hold: days at the ends, and cells just changed.

So a figure is never older than the question. Only how fast it is answered depends on when the roll-ups were refreshed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reports.counts import CASES_ONLY, OF_CASES, STOCK, Part, Selection, Tally, count_files, merged
from reports.models import ROLLUPS, CaseMonth, Month, RollupState, StaleMonth
from reports.periods import end_of_month
from reports.rollups.querysets import Cells

MANY = 40  # so many scopes of a month are not named one by one
STOCK_NAMES = ["accepted", "left", "fell_late", "late_ended"]


@dataclass(frozen=True)
class Reader:
    """The state of the roll-ups, read once for all counts of a question."""

    through: date | None
    stale: dict[str, Cells]

    @classmethod
    def of(cls, path: str) -> Reader:
        """The marks are read before the rows: what changes in between is newer than the answer, not lost from it."""
        state = RollupState.objects.current()
        if state.through is None:
            return cls(None, {})
        return cls(state.through, StaleMonth.objects.cells(path, state.through))

    def count(self, selection: Selection, kinds: set[str]) -> Tally:
        """The same as `count_files`; `selection` is of one part."""
        part = selection.parts[0]
        rolled = self.rolled_up(part)
        if rolled is None:
            return count_files(selection, kinds)
        edges = list(around(part, rolled))
        return merged(
            found
            for table in sorted(tables_of(kinds, selection))
            for found in self.of_table(table, selection, rolled, edges, kinds)
        )

    def rolled_up(self, part: Part) -> Part | None:
        """The whole months inside, as far as they are rolled up."""
        if self.through is None:
            return None
        start = part.first and first_whole_month(part.first)
        end = last_whole_day(part.last, self.through)
        return None if start and start > end else replace(part, first=start, last=end)

    def of_table(
        self, table: str, selection: Selection, rolled: Part, edges: list[Part], kinds: set[str]
    ) -> Iterator[Tally]:
        cells, whole = self.stale_in(table, rolled)
        yield summed(ROLLUPS[table], selection, rolled, cells, whole, kinds)
        parts = (*edges, *again(rolled, cells, whole))
        if parts:
            yield count_files(replace(selection, parts=parts), {table, STOCK} & kinds if table == "case" else {table})

    def stale_in(self, table: str, rolled: Part) -> tuple[Cells, set[date]]:
        marked = {month: scopes for month, scopes in self.stale.get(table, {}).items() if inside(month, rolled)}
        whole = {month for month, scopes in marked.items() if len(scopes) > MANY}
        return {month: scopes for month, scopes in marked.items() if month not in whole}, whole


def tables_of(kinds: set[str], selection: Selection) -> set[str]:
    wanted = kinds & OF_CASES if selection.is_of_cases else kinds
    return {"case" if kind == STOCK else kind for kind in wanted}


def inside(month: date, rolled: Part) -> bool:
    return (rolled.first is None or month >= rolled.first) and month <= rolled.last


def first_whole_month(first: date) -> date:
    return first if first.day == 1 else end_of_month(first) + timedelta(days=1)


def last_whole_day(last: date, through: date) -> date:
    """The last day up to which months are whole, or as whole as they are rolled up."""
    if through <= last:
        return through
    return last if last == end_of_month(last) else last.replace(day=1) - timedelta(days=1)


def around(part: Part, rolled: Part) -> Iterator[Part]:
    """The days before the first whole month and after the last one."""
    if rolled.first is not None and part.first is not None and part.first < rolled.first:
        yield replace(part, last=rolled.first - timedelta(days=1))
    if rolled.last < part.last:
        yield replace(part, first=rolled.last + timedelta(days=1))


def again(rolled: Part, cells: Cells, whole: set[date]) -> Iterator[Part]:
    """The cells that are counted from the files."""
    for month in sorted({*cells, *whole}):
        last = min(end_of_month(month), rolled.last)
        yield Part(month, last, rolled.path, tuple(sorted(cells.get(month, ()))))


def summed(
    table: type[Month], selection: Selection, rolled: Part, cells: Cells, whole: set[date], kinds: set[str]
) -> Tally:
    rows = table.objects.of(rolled.path, rolled.first, rolled.last).without(cells, whole)
    names = table.counted() if kinds != {STOCK} else STOCK_NAMES
    if table is not CaseMonth:
        return rows.summed(selection.keys, names)
    (key,) = selection.keys
    dimension = key if key in CASES_ONLY else ""
    return rows.filter(dimension=dimension).summed(("key",) if dimension else selection.keys, names)
