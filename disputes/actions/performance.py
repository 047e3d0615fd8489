"""Payments: the only source of the amount paid, and rows of the ledger of losses recovered."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, Sum
from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase, Instalment, Payment
from disputes.models.choices import Place
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .agreement import ready
from .application import day_of

KINDS = {
    "pay": Payment.Kind.WAGES,
    "social_insurance": Payment.Kind.SOCIAL_INSURANCE,
    "injury": Payment.Kind.INJURY,
    "dissolution": Payment.Kind.COMPENSATION,
    "ending": Payment.Kind.COMPENSATION,
}


@transaction.atomic
def record_payment(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    instalment: Instalment,
    amount: Decimal,
    paid_on: date,
    kind: str = "",
    person_count: int | None = None,
    papers: list[Any] | None = None,
) -> DisputeCase:
    """Enter money that reached the workers, in yuan, on the instalment it belongs to.

    Raises StepRefused for more than is still owed on it, and for a day before anything was owed. An agreed day
    does not roll: a payment after it is late.
    """
    case = ready(case, "record_payment", by=by, at=at)
    part = open_part(case, instalment, amount)
    days = ((_("signed by both sides"), case.owed_from), (_("paid on"), paid_on))
    refuse_disorder("record_payment", *days, today=day_of(at))
    case.payments.create(
        instalment=part,
        amount=amount,
        paid_on=paid_on,
        kind=kind or KINDS.get(case.category.group, Payment.Kind.OTHER),
        person_count=person_count or case.worker_count,
    )
    keep_papers(case, papers or [], by=by, at=at, place=Place.PERFORMANCE)
    book(part)
    paid = case.payments.aggregate(sum=Sum("amount"))["sum"]
    changes: dict[str, Any] = {"amount_paid": paid, "pay_by": next_day(case)}
    return WORKFLOW.advance(case, "record_payment", by=by, at=at, **changes)


def open_part(case: DisputeCase, instalment: Instalment, amount: Decimal) -> Instalment:
    """The instalment as it stands under the lock, with room for the amount."""
    part = case.instalments.filter(pk=instalment.pk).first()
    if part is None:
        raise StepRefused("record_payment", _("This instalment belongs to another case."))
    if amount <= 0:
        raise StepRefused("record_payment", _("A payment is more than zero."))
    if amount > part.left:
        words = _("Only %(left)s yuan are still owed on this instalment.")
        raise StepRefused("record_payment", words % {"left": f"{part.left:,.2f}"})
    return part


def book(part: Instalment) -> None:
    """Keep the instalment's own sum, and the day it was paid in full."""
    found = part.payments.aggregate(sum=Sum("amount"), last=Max("paid_on"))
    part.paid = found["sum"]
    part.settled_on = found["last"] if part.paid == part.amount else None
    part.save(update_fields=["paid", "settled_on"])


def next_day(case: DisputeCase) -> date | None:
    """The day of the first instalment not paid in full."""
    return case.instalments.filter(settled_on=None).order_by("due_on").values_list("due_on", flat=True).first()
