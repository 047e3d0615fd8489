"""Group disputes: the roster the union takes in, and what each worker gets under the agreement."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from random import Random

from desk.demonstration import numbers, texts
from disputes import actions
from disputes.models import DisputeCase
from disputes.shares import shares
from organizations.models import Officer


def take_roster(case: DisputeCase, officer: Officer, at: datetime) -> DisputeCase:
    """Everybody of a group wants the same. The people are drawn by the case alone, so that other stories stay."""
    if not case.is_group:
        return case
    random = Random(case.pk)  # noqa: S311 - invented people, nothing is guarded by it
    parts = shares(case.amount_claimed, [Decimal(1)] * case.worker_count)
    table = [
        {
            "person": n,
            "name": texts.person(random),
            "id_number": numbers.identity(case.org.region_id or "", random),
            "phone": numbers.phone(random),
            "claimed": part,
        }
        for n, part in enumerate(parts, 1)
    ]
    return actions.import_roster(case, by=officer, at=at, table=table)


def share_out(case: DisputeCase, amount: Decimal, officer: Officer, at: datetime) -> DisputeCase:
    """Before a group agrees it is known what each gets."""
    if not case.is_group:
        return case
    return actions.share_out(case, by=officer, at=at, agreed=[{"claim": 1, "amount": amount}])
