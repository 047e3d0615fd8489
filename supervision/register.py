"""The register of document numbers: one series for each union, kind and year, without a gap."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max

from casework.models import Counter
from organizations.models import UnionOrg
from supervision.kinds import KINDS
from supervision.querysets import DocumentQuerySet

MOST_NAMED = 20


@dataclass(frozen=True)
class Series:
    """What a series holds: the last number taken, and the numbers no document carries. There should be none."""

    last: int
    missing: list[int]

    @property
    def is_complete(self) -> bool:
        return not self.missing


def series(rows: DocumentQuerySet, org: UnionOrg, kind: str, year: int) -> Series:
    """Compare the documents of one series with its counter, in two statements unless something is amiss."""
    counted = Counter.objects.filter(org=org, series=KINDS[kind].series, year=year).first()
    there = rows.aggregate(last=Max("serial"))["last"] or 0
    last = max(there, counted.last if counted else 0)
    if rows.count() == last:
        return Series(last, [])
    taken = set(rows.values_list("serial", flat=True))
    missing = [n for n in range(1, last + 1) if n not in taken]
    return Series(last, missing[:MOST_NAMED])
