"""The money of an imported case.

A register keeps what was agreed and what was paid, but no agreed days. What was paid counts as agreed for the day it
came; what is still owed as due when the case ended, so that the worker's money is asked after and not forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casework.importing.columns import Row
from disputes.actions.performance import KINDS
from disputes.models import DisputeCase, Instalment, Payment


def instalments_of(case: DisputeCase, row: Row) -> list[Instalment]:
    paid = [
        Instalment(file=case, position=n, due_on=day, amount=amount, paid=amount, settled_on=day)
        for n, (day, amount) in enumerate(row.values["payments"], 1)
    ]
    left = (case.amount_agreed or Decimal(0)) - case.amount_paid
    if left > 0 and case.closed_on:
        paid.append(Instalment(file=case, position=len(paid) + 1, due_on=case.closed_on, amount=left))
    return paid


def pay_by(parts: Sequence[Instalment]) -> date | None:
    return next((part.due_on for part in parts if part.settled_on is None), None)


def payments_of(case: DisputeCase, parts: Sequence[Instalment]) -> list[Payment]:
    """One row of the ledger for each payment the register names, on the instalment made of it."""
    return [
        Payment(
            file=case,
            instalment=part,
            amount=part.amount,
            paid_on=part.due_on,
            kind=KINDS.get(case.category.group, Payment.Kind.OTHER),
            person_count=case.worker_count,
        )
        for part in parts
        if part.settled_on
    ]
