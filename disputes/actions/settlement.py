"""What was agreed on each claim and when it is to be paid: the same after mediation and after a settlement."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from casework.errors import StepRefused
from disputes.models import ClaimItem, DisputeCase, Instalment
from disputes.workflow import WORKFLOW
from organizations.models import Officer

Rows = list[dict[str, Any]]


def settle(case: DisputeCase, verb: str, agreed: Rows, instalments: Rows) -> dict[str, Any]:
    """Write what was agreed on each claim and the plan of payments; their sum and the first day go to the case."""
    amounts = {row["claim"]: Decimal(row["amount"]) for row in agreed}
    claims = {claim.position: claim for claim in case.claims.all()}
    if unknown := sorted(set(amounts) - set(claims)):
        numbers = ", ".join(map(str, unknown))
        raise StepRefused(verb, _("The case has no claim %(numbers)s.") % {"numbers": numbers})
    if len(amounts) < len(agreed):
        raise StepRefused(verb, _("One claim is named twice."))
    for position, amount in amounts.items():
        claims[position].agreed = amount
    ClaimItem.objects.bulk_update([claims[position] for position in amounts], ["agreed"])
    plan = sorted(instalments, key=lambda row: row["due_on"])
    rows = [
        Instalment(file=case, position=n, due_on=row["due_on"], amount=row["amount"]) for n, row in enumerate(plan, 1)
    ]
    Instalment.objects.bulk_create(rows)
    return {"amount_agreed": sum(amounts.values(), Decimal(0)), "pay_by": plan[0]["due_on"] if plan else None}


def start_performance(case: DisputeCase, *, at: datetime) -> DisputeCase:
    """Where something is to be paid, the system moves the case on at once."""
    if not case.instalments.exists():
        return case
    return WORKFLOW.advance(case, "start_performance", by=Officer.objects.system(), at=at)
