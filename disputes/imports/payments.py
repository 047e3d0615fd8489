"""The money of an imported case.

A register keeps what was agreed and what was paid, but no agreed days. What was paid counts as agreed for the day it
came; what is still owed as due when the case ended, so that the worker's money is asked after and not forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from casework.copying import Stencil
from disputes.actions.performance import KINDS
from disputes.models import DisputeCase, Instalment, Payment

INSTALMENT, PAYMENT = Stencil(Instalment), Stencil(Payment)


class Part(NamedTuple):
    """An instalment before there is a case it belongs to: paid on its day, or not at all."""

    due_on: date
    amount: Decimal
    is_paid: bool


def parts_of(said: dict[str, Any]) -> list[Part]:
    parts = [Part(day, amount, True) for day, amount in said["payments"]]
    left = (said["amount_agreed"] or Decimal(0)) - sum(part.amount for part in parts)
    if left > 0 and said["closed_on"]:
        parts.append(Part(said["closed_on"], left, False))
    return parts


def pay_by(parts: Sequence[Part]) -> date | None:
    return next((part.due_on for part in parts if not part.is_paid), None)


def instalments_of(case: DisputeCase, parts: Sequence[Part]) -> list[Instalment]:
    return [
        INSTALMENT.row(
            file=case,
            position=n,
            due_on=part.due_on,
            amount=part.amount,
            paid=part.amount if part.is_paid else Decimal(0),
            settled_on=part.due_on if part.is_paid else None,
        )
        for n, part in enumerate(parts, 1)
    ]


def payments_of(case: DisputeCase, said: dict[str, Any], instalments: Sequence[Instalment]) -> list[Payment]:
    """One row of the ledger for each payment the register names, on the instalment made of it."""
    kind = KINDS.get(said["category"].group, Payment.Kind.OTHER)
    return [
        PAYMENT.row(
            file=case,
            instalment=part,
            amount=part.amount,
            paid_on=part.due_on,
            kind=kind,
            person_count=case.worker_count,
        )
        for part in instalments
        if part.settled_on
    ]
