"""Money really paid."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.models import Blob
from disputes.models import DisputeCase, Instalment, Payment
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@transaction.atomic
def record_payment(
    case: DisputeCase,
    *,
    instalment: Instalment,
    paid_on: date,
    amount: Decimal,
    proof: str = "",
    kind: str = Payment.Kind.WAGES,
    papers: list[tuple[str, Blob]] | None = None,
    by: Officer,
    at: datetime,
) -> DisputeCase:
    """A payment that was really received, in yuan: one row of the ledger of losses recovered.

    Raises StepRefused when more would be paid than the instalment or the agreement says.
    """
    if amount > instalment.outstanding:
        words = {"amount": instalment.outstanding}
        raise StepRefused("record_payment", _("Only %(amount)s yuan of this instalment are open.") % words)
    case = WORKFLOW.advance(case, "record_payment", by=by, at=at, amount_paid=case.amount_paid + amount)
    Payment.objects.create(
        file=case,
        instalment=instalment,
        paid_on=paid_on,
        amount=amount,
        kind=kind,
        proof=proof,
        person_count=case.worker_count,
    )
    keep_papers(case, papers or [], by=by, at=at)
    return case
