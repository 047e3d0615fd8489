"""Which calls were offered, answered, answered quickly and given up: one definition for the board and the reports.

A call is counted by its record; a telephone call on which nobody has a record, missed or not yet registered, is counted
by what the exchange told. No call is counted twice: the second counts only what has no record.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from casework.deadlines import policy_in
from hotline.models import CallRecord, LineCall
from organizations.models import Region

# A request that says something; of these, what was answered at once and led to no work order.
VALID = ~Q(request_type=CallRecord.RequestType.INVALID) & ~Q(facts="")
DIRECT = VALID & Q(state=CallRecord.State.CLOSED)


# Which rows were calls that rang: of those on record, telephone calls; of the others, what is over. What still rings is
# counted once it has been answered.
RECORD_RANG = Q(channel=CallRecord.Channel.PHONE)
LINE_RANG = Q(ended_at__isnull=False) | Q(never_ended=True) | Q(answered_at__isnull=False)


def given_up(region: Region | None, on: date) -> Q:
    """Callers who gave up within the first seconds: the rules of the figures leave them out of what was offered."""
    return Q(answered_at=None, ring_seconds__lte=policy_in("call_abandoned_within_seconds", region, on))


def counts(region: Region | None, on: date, rang: Q) -> dict[str, Any]:
    """The four counts over rows with `answered_at` and `ring_seconds`; `rang` says which of them were calls."""
    quick = policy_in("call_answered_within_seconds", region, on)
    answered = rang & Q(answered_at__isnull=False)
    return {
        "calls_offered": Count("pk", filter=rang),
        "calls_answered": Count("pk", filter=answered),
        "calls_quick": Count("pk", filter=answered & Q(ring_seconds__lte=quick)),
        "calls_abandoned": Count("pk", filter=rang & given_up(region, on)),
    }


def record_counts(region: Region | None, on: date) -> dict[str, Any]:
    return counts(region, on, RECORD_RANG)


def line_counts(region: Region | None, on: date) -> dict[str, Any]:
    """Of telephone calls without a record."""
    return counts(region, on, LINE_RANG)


def together(
    records: QuerySet[CallRecord], lines: QuerySet[LineCall], region: Region | None, on: date
) -> dict[str, int]:
    """The figures of both; `lines` are those without a record."""
    first: dict[str, Any] = records.aggregate(**record_counts(region, on))
    second: dict[str, Any] = lines.aggregate(**line_counts(region, on))
    return {name: first[name] + second[name] for name in first}
