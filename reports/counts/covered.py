"""Employers and workers the documents of a period reached. Each is counted once, so these are never sums of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from reports.counts.selection import Selection
from reports.counts.supervision import VALID
from reports.counts.tally import Key, plain
from reports.indicators import Counts
from supervision.models import SupervisionDocument


class Covered:
    """The employers addressed and the matters, with their workers, of one row."""

    def __init__(self) -> None:
        self.employers: set[int] = set()
        self.workers: dict[int, int] = {}

    def add(self, employer: int | None, matter: int, workers: int) -> None:
        if employer is not None:
            self.employers.add(employer)
        self.workers[matter] = workers

    @property
    def counts(self) -> Counts:
        return Counts({"employers_covered": len(self.employers), "workers_covered": sum(self.workers.values())})


def covered(selection: Selection, row_of: Callable[[Key], str]) -> tuple[dict[str, Counts], Counts]:
    """By row and in all. A matter whose documents lie in two months is in both, and once in the total."""
    groups = selection.groups("doc_date", "")
    rows = SupervisionDocument.objects.filter(VALID, selection.on("doc_date")).annotate(**groups)
    total, found = Covered(), defaultdict[str, Covered](Covered)
    reached = rows.order_by().values_list(*groups, "employer_id", "matter_id", "matter__workers_affected").distinct()
    for *key, employer, matter, workers in reached:
        for one in (total, found[row_of(tuple(map(plain, key)))]):
            one.add(employer, matter, workers)
    return {row: one.counts for row, one in found.items()}, total.counts
