"""Counts from the roll-ups, and from the files what they do not hold: cells just changed, and what is newer.

So a figure is never older than the question. Only how fast it is answered depends on when the roll-ups were refreshed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reports.counts import OF_CASES, STOCK, Counting, Part, Selection, Tally, asked_at_once, countings, merged
from reports.models import ROLLUPS, Month, RollupState, StaleMonth
from reports.periods import Period, end_of_month
from reports.rollups.querysets import Cells, MonthQuerySet

MANY = 40  # so many scopes of a month are not named one by one
STOCK_NAMES = ["accepted", "left", "fell_late", "late_ended"]


@dataclass(frozen=True)
class Split:
    """The days of a question: whole months, single days beside them, and what is not rolled up yet."""

    whole: Part | None
    days: tuple[Part, ...]
    after: tuple[Part, ...]


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
        """The same as `count_files`, by one statement for each kind of file; `selection` is of one part."""
        return merged(
            asked_at_once(self.of_table(table, selection, {table, STOCK} & kinds if table == "case" else {table}))
            for table in sorted(tables_of(kinds, selection))
        )

    def of_table(self, table: str, selection: Selection, kinds: set[str]) -> Iterator[Counting]:
        """Before anything is rolled up, from the files."""
        if self.through is None:
            return countings(selection, kinds)
        return self.of_months_and_files(table, selection, split(selection.parts[0], self.through), kinds)

    def of_months_and_files(self, table: str, selection: Selection, cut: Split, kinds: set[str]) -> Iterator[Counting]:
        """Sums of months and of days; from the files what is newer, what was changed, and days of a category."""
        files = list(cut.after)
        stale, names = self.stale.get(table, {}), names_of(table, kinds)
        if cut.whole:
            cells, whole = stale_in(stale, cut.whole)
            yield of_months(table, selection, cut.whole).without(cells, whole).summed(row_keys(selection), names)
            files += again(cut.whole, cells, whole)
        for days in cut.days:
            cells, whole = stale_in(stale, replace(days, first=days.first and days.first.replace(day=1)))
            if selection.is_of_cases or whole:
                files.append(days)
                continue
            yield of_days(table, days).without(cells, whole).summed(row_keys(selection), names)
            files += [replace(days, scopes=tuple(sorted(scopes))) for scopes in cells.values()]
        if files:
            yield from countings(replace(selection, parts=tuple(files)), kinds)


def tables_of(kinds: set[str], selection: Selection) -> set[str]:
    wanted = kinds & OF_CASES if selection.is_of_cases else kinds
    return {"case" if kind == STOCK else kind for kind in wanted}


def names_of(table: str, kinds: set[str]) -> list[str]:
    return STOCK_NAMES if kinds == {STOCK} else ROLLUPS[table].counted()


def row_keys(selection: Selection) -> tuple[str, ...]:
    """The columns of the roll-ups that the keys of a selection stand in."""
    return ("key",) if selection.is_of_cases else selection.keys


def of_months(table: str, selection: Selection, part: Part) -> MonthQuerySet:
    dimension = selection.keys[0] if selection.is_of_cases else ""
    found: MonthQuerySet = ROLLUPS[table].objects.of(part.path, part.first, part.last)
    return found.filter(dimension=dimension)


def of_days(table: str, part: Part) -> MonthQuerySet:
    found: MonthQuerySet = ROLLUPS[table].objects.filter(
        scope__startswith=part.path, dimension=Month.Dimension.DAY, key__range=(str(part.first), str(part.last))
    )
    return found


def stale_in(stale: Cells, part: Part) -> tuple[Cells, set[date]]:
    """The marked cells of the months that begin in a part; of a month with many of them, the whole month."""
    marked = {month: scopes for month, scopes in stale.items() if inside(month, part)}
    whole = {month for month, scopes in marked.items() if len(scopes) > MANY}
    return {month: scopes for month, scopes in marked.items() if month not in whole}, whole


def inside(month: date, part: Part) -> bool:
    return (part.first is None or month >= part.first) and month <= part.last


def split(part: Part, through: date) -> Split:
    """Months as whole as they are rolled up count as whole."""
    first, last = part.first, min(part.last, through)
    after = (replace(part, first=max(first or last, day_after(through))),) if part.last > through else ()
    end = last_whole_day(last, through)
    rest = by_month(part, day_after(end), last)
    if first is None:
        return Split(replace(part, last=end), rest, after)
    start = first_whole_month(first)
    if start > end:
        return Split(None, by_month(part, first, last), after)
    before = by_month(part, first, start - timedelta(days=1))
    return Split(replace(part, first=start, last=end), (*before, *rest), after)


def by_month(part: Part, first: date, last: date) -> tuple[Part, ...]:
    """The days from `first` to `last`, cut at the ends of months; none when it ends before it begins."""
    return tuple(replace(part, first=one.first, last=one.last) for one in Period(first, last).parts("month"))


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def first_whole_month(first: date) -> date:
    return first if first.day == 1 else day_after(end_of_month(first))


def last_whole_day(last: date, through: date) -> date:
    """The last day up to which months are whole, or as whole as they are rolled up."""
    return last if last == through or last == end_of_month(last) else last.replace(day=1) - timedelta(days=1)


def again(rolled: Part, cells: Cells, whole: set[date]) -> Iterator[Part]:
    """The cells that are counted from the files."""
    for month in sorted({*cells, *whole}):
        last = min(end_of_month(month), rolled.last)
        yield Part(month, last, rolled.path, tuple(sorted(cells.get(month, ()))))
