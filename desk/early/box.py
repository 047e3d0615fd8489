"""The warnings an officer has not read, as far as they still stand."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from casework.early.sweep import file_of
from casework.models.deadlines import every_kind
from organizations.models import EarlyWarning, Officer

MOST = 20


def standing(officer: Officer, today: date) -> list[EarlyWarning]:
    """At most twenty, the nearest day first; what was met, moved or handed on since then is left out."""
    rows = list(EarlyWarning.objects.visible_to(officer).unseen().filter(due_on__gte=today)[:MOST])
    by_kind: dict[str, list[EarlyWarning]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    kinds = {kind._meta.label_lower: kind for kind in every_kind()}
    still = {(name, *clock) for name, told in by_kind.items() for clock in running(kinds[name], told, officer)}
    return [row for row in rows if (row.kind, row.clock, row.due_on) in still]


def running(kind: Any, told: list[EarlyWarning], officer: Officer) -> Any:
    visible = file_of(kind).objects.visible_to(officer).order_by().values("pk")
    clocks = kind.objects.ticking().filter(pk__in=[row.clock for row in told], file__in=visible)
    return clocks.values_list("pk", "due_on")
