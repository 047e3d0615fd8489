"""Money that reached the workers after a referral. A payment counts once, in the deepest file that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q

from casework.actions import keep_papers
from casework.ledger import entered_already, take_back
from casework.models import Blob
from casework.transactions import one_transaction
from disputes.models import DisputeCase, Payment
from hotline.models import WorkOrder
from organizations.models import Officer
from referrals.models import Referral, ReferralRecovery
from referrals.threads import case_behind, matter_behind
from referrals.workflow import WORKFLOW
from supervision.models import DocumentRecovery, SupervisionMatter

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
    hold_sources(referral)
    proof = referral.attachments.order_by("-pk").first()
    for row in recoveries:
        if known := next(holders(referral, row), None):
            raise entered_already("record_recovery", known, row)
        referral.recoveries.create(proof=proof, **row)
    return referral


@one_transaction
def correct_recovery(
    referral: Referral, *, by: Officer, at: datetime, recovery: ReferralRecovery, reason: str
) -> Referral:
    """Take a wrong entry back by a row of its own, as of its own day, so that no figure keeps it."""
    referral = WORKFLOW.advance(referral, "correct_recovery", by=by, at=at)
    take_back(referral, "correct_recovery", recovery, reason)
    return referral


def hold_sources(referral: Referral) -> None:
    """Held meanwhile: two files about the same dispute never enter the same payment in the same moment."""
    held = ((DisputeCase, case_behind(referral)), (SupervisionMatter, matter_behind(referral)))
    for model, pk in (*held, (WorkOrder, referral.order_id)):
        if pk:
            model.objects.select_for_update(of=("self",)).get(pk=pk)


def holders(referral: Referral, row: dict[str, Any]) -> Iterator[Any]:
    """The files that hold the same money: same amount, same day, not taken back."""
    same = {"amount": row["amount"], "paid_on": row["paid_on"]}
    case, matter = case_behind(referral), matter_behind(referral)
    if case:
        paid = Payment.objects.filter(file=case, reverses=None, reversals=None, **same)
        yield from (one.file for one in paid.select_related("file"))
    if case or matter:
        files = Q(file__matter=matter) | (Q(file__matter__case=case) if case else Q())
        after = DocumentRecovery.objects.standing().filter(files, **same)
        yield from (one.file for one in after.select_related("file"))
    if referral.order and referral.order.recovered == row["amount"]:
        yield referral.order
    others = ReferralRecovery.objects.standing().filter(**same).exclude(file=referral)
    source = {name: getattr(referral, name) for name in ("case_id", "document_id", "order_id")}
    for name, value in source.items():
        if value:
            yield from (one.file for one in others.filter(**{f"file__{name}": value}).select_related("file"))
