"""Which calls or work orders are drawn: by chance, and the same again from the same seed.

Each file gets the SHA-256 of seed and key; those with the smallest are drawn. Nobody can steer it, anybody can check
it, and a larger sample of the same seed holds the smaller one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet

from hotline.models import CallRecord, QualitySample, Subject, WorkOrder
from hotline.querysets.calls import begin_of
from organizations.models import Officer

FINISHED = ("callback_done", "closed", "archived")


def frame(sample: QualitySample) -> QuerySet[Any, tuple[int, int]]:
    """Key and officer of everything that may be drawn: answered calls that are closed, orders that were called back."""
    if sample.subject == Subject.CALLS:
        begin, end = begin_of(sample.first_on), begin_of(sample.last_on + timedelta(days=1))
        calls = CallRecord.objects.filter(scope__startswith=sample.scope, started_at__gte=begin, started_at__lt=end)
        closed = calls.filter(state="closed", handled_by__user__isnull=False, talk_seconds__isnull=False)
        return closed.values_list("pk", "handled_by")
    days = (sample.first_on, sample.last_on)
    orders = WorkOrder.objects.filter(scope__startswith=sample.scope, called_back_on__range=days)
    return orders.filter(state__in=FINISHED, handler__isnull=False).values_list("pk", "handler")


def drawn(sample: QualitySample) -> dict[int, list[int]]:
    """The keys drawn for each officer."""
    found: dict[int, list[int]] = defaultdict(list)
    for key, officer in frame(sample).iterator():
        found[officer].append(key)
    return {officer: pick(keys, sample) for officer, keys in sorted(found.items())}


def pick(keys: Iterable[int], sample: QualitySample) -> list[int]:
    """The number asked for, or the share rounded up: of whoever worked at all, at least one."""
    by_chance = sorted(keys, key=lambda key: sha256(f"{sample.seed}/{key}".encode()).digest())
    size = sample.number if sample.number is not None else -(-len(by_chance) * (sample.percent or 0) // 100)
    return by_chance[:size]


def has_worked_on(file: CallRecord | WorkOrder, officer: Officer) -> bool:
    """Whether the person took, entered or handled it, in whatever duty: nobody judges the own work."""
    if isinstance(file, WorkOrder) and has_worked_on(file.call, officer):
        return True
    people = {getattr(file, name) for name in ("handled_by", "entered_by", "handler") if hasattr(file, name)}
    if any(person and person.user_id == officer.user_id for person in people):
        return True
    return file.events.filter(by__user=officer.user_id).exclude(verb__in=JUDGING).exists()


JUDGING = ("reveal", "record_callback", "record_attempt", "close", "send_back", "redo")  # the inspector's own steps
