"""Money that reached the workers after a referral. A payment counts once, in the deepest file that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.models import Blob
from casework.transactions import one_transaction
from disputes.models import Payment
from organizations.models import Officer
from referrals.models import Referral, ReferralRecovery
from referrals.workflow import WORKFLOW
from supervision.models import DocumentRecovery

Papers = list[tuple[str, Blob]]


@one_transaction
def record_recovery(
    referral: Referral, *, by: Officer, at: datetime, recoveries: list[dict[str, Any]], papers: Papers
) -> Referral:
    """Enter money paid after the referral, with its proof; also after it was closed.

    Raises StepRefused for a payment its case, document or order holds already, or another referral of them.
    """
    referral = WORKFLOW.advance(referral, "record_recovery", by=by, at=at)
    keep_papers(referral, papers, by=by, at=at)
    proof = referral.attachments.order_by("-pk").first()
    for row in recoveries:
        if known := next(holders(referral, row), None):
            words = _("%(amount)s yuan paid on %(day)s are entered in %(document)s already. They count once.")
            shown = {"amount": f"{row['amount']:,.2f}", "day": row["paid_on"], "document": known}
            raise StepRefused("record_recovery", words % shown)
        referral.recoveries.create(proof=proof, **row)
    return referral


@one_transaction
def correct_recovery(
    referral: Referral, *, by: Officer, at: datetime, recovery: ReferralRecovery, reason: str
) -> Referral:
    """Take a wrong entry back by a row of its own, as of its own day, so that no figure keeps it."""
    referral = WORKFLOW.advance(referral, "correct_recovery", by=by, at=at)
    known = referral.recoveries.filter(pk=recovery.pk, reverses=None, reversed_by=None).first()
    if known is None:
        raise StepRefused("correct_recovery", _("This amount is not in the ledger of this referral any more."))
    same = {"kind": known.kind, "person_count": known.person_count, "paid_on": known.paid_on}
    referral.recoveries.create(amount=-known.amount, reverses=known, reason=reason, **same)
    return referral


def holders(referral: Referral, row: dict[str, Any]) -> Iterator[Any]:
    """The files that hold the same money: same amount, same day, not taken back."""
    same = {"amount": row["amount"], "paid_on": row["paid_on"], "reverses": None}
    if referral.case_id:
        paid = Payment.objects.filter(file=referral.case_id, reversals=None, **same).select_related("file")
        yield from (one.file for one in paid)
    if referral.document:
        after = DocumentRecovery.objects.filter(file__matter=referral.document.matter_id, reversed_by=None, **same)
        yield from (one.file for one in after.select_related("file"))
    if referral.order and referral.order.recovered == row["amount"]:
        yield referral.order
    others = ReferralRecovery.objects.filter(reversed_by=None, **same).exclude(file=referral)
    source = {name: getattr(referral, name) for name in ("case_id", "document_id", "order_id")}
    for name, value in source.items():
        if value:
            yield from (one.file for one in others.filter(**{f"file__{name}": value}).select_related("file"))
