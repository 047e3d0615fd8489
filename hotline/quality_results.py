"""How the work of officers was judged, by month: averages with what they rest on, never a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hotline.models import QualityReview
from organizations.models import Officer

LINES = 300


@dataclass(frozen=True)
class Result:
    """One officer in one month; no average of fewer reviews than the floor."""

    officer: Officer
    month: date
    n: int
    average: Decimal | None


def results_for(reader: Officer, floor: int) -> list[Result]:
    """The newest months first, officers by name: whoever reads it finds nobody on top."""
    rows = list(QualityReview.objects.visible_to(reader).by_officer()[:LINES])
    officers = Officer.objects.select_related("user", "org").in_bulk([row["assessed"] for row in rows])
    found = [
        Result(officers[row["assessed"]], row["month"], row["n"], row["average"] if row["n"] >= floor else None)
        for row in rows
    ]
    return sorted(found, key=lambda result: (-result.month.toordinal(), result.officer.name))
