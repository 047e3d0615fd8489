"""Counting running clocks anew when the notice for a year has been entered."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from casework.deadlines import recompute, refresh
from casework.models.deadlines import every_kind
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer


def recount_provisional() -> int:
    """Recompute every running provisional clock; how many days moved. A moved day is told in the file's history."""
    return sum(recount(pk, kind) for kind in every_kind() for pk in provisional(kind))


def provisional(kind: Any) -> list[int]:
    return list(kind.objects.running().filter(provisional=True).values_list("pk", flat=True))


@one_transaction
def recount(pk: int, kind: Any) -> bool:
    """One clock, with its file locked: an officer may be extending it, or meeting it, at this moment."""
    file = locked_file(pk, kind)
    deadline = kind.objects.running().select_related("rule", "file__org__region").filter(pk=pk).first()
    if deadline is None:
        return False
    before = deadline.due_on
    if not recompute(deadline):
        return False
    refresh(file)
    act = Act(Officer.objects.system(), timezone.now())
    file.workflow.record(file, "recount", act=act, note=f"{deadline.rule}: {before} → {deadline.due_on}")
    return True


def locked_file(pk: int, kind: Any) -> Any:
    files = kind._meta.get_field("file").related_model.objects
    return files.select_for_update(of=("self",)).get(deadlines=pk)
