"""Money that reached the workers: each payment stands once in the ledger, under the deepest file it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from casework.actions import keep_papers
from casework.ledger import entered_already, take_back
from casework.models import Blob
from casework.transactions import one_transaction
from disputes.models import DisputeCase, Payment
from organizations.models import Officer
from supervision.models import DocumentAttachment, DocumentRecovery, SupervisionDocument, SupervisionMatter
from supervision.workflow import DOCUMENTS

Papers = list[tuple[str, Blob]]
DOCUMENT = "document"


@one_transaction
def record_recovery(
    document: SupervisionDocument, *, by: Officer, at: datetime, recoveries: list[dict[str, Any]], papers: Papers
) -> SupervisionDocument:
    """Enter money paid after the document, with its proof; also after it was passed on or closed.

    Raises StepRefused for a payment another document of the matter already holds.
    """
    document = DOCUMENTS.advance(document, "record_recovery", by=by, at=at)
    keep_papers(document, papers, by=by, at=at, place=DocumentAttachment.Place.VERIFICATION)
    enter(document, "record_recovery", recoveries)
    return document


@one_transaction
def correct_recovery(
    document: SupervisionDocument, *, by: Officer, at: datetime, recovery: DocumentRecovery, reason: str
) -> SupervisionDocument:
    """Take a wrong entry back by a row of its own, as of its own day, so that no figure keeps it."""
    document = DOCUMENTS.advance(document, "correct_recovery", by=by, at=at)
    take_back(document, "correct_recovery", recovery, reason)
    return document


def enter(document: SupervisionDocument, verb: str, rows: Iterable[dict[str, Any]]) -> None:
    """Part of a step. What the dispute case already holds is only mentioned there (case before document).

    Case and matter are held meanwhile: neither the case nor another document enters the same payment in that moment.
    """
    if document.matter.case_id:
        DisputeCase.objects.select_for_update(of=("self",)).get(pk=document.matter.case_id)
    SupervisionMatter.objects.select_for_update(of=("self",)).get(pk=document.matter_id)
    proof = document.attachments.order_by("-pk").first()
    for row in rows:
        if payment := paid_in_case(document, row):
            payment.mentions.get_or_create(source=DOCUMENT, number=document.number)
        else:
            refuse_twice(document, verb, row)
            enter_row(document, proof, row)


def enter_row(document: SupervisionDocument, proof: DocumentAttachment | None, row: dict[str, Any]) -> None:
    document.recoveries.create(proof=proof, **row)


def paid_in_case(document: SupervisionDocument, row: dict[str, Any]) -> Payment | None:
    """The same money in the dispute case of the matter: same amount, same day, not taken back."""
    same = {"amount": row["amount"], "paid_on": row["paid_on"], "reverses": None, "reversals": None}
    rows = Payment.objects.filter(file__matters=document.matter_id, **same)
    found: Payment | None = rows.exclude(mentions__source=DOCUMENT).order_by("pk").first() or rows.first()
    return found


def refuse_twice(document: SupervisionDocument, verb: str, row: dict[str, Any]) -> None:
    """Letter, opinion and recommendation of one matter press for the same money."""
    same = {"amount": row["amount"], "paid_on": row["paid_on"], "kind": row["kind"]}
    rows = DocumentRecovery.objects.standing().filter(file__matter=document.matter_id, **same)
    if known := rows.exclude(file=document).select_related("file").first():
        raise entered_already(verb, known.file, row)
