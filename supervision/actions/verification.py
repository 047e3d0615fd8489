"""Whether the breach was put right: seen on the spot, or by the papers handed in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from casework.actions import keep_papers
from casework.models import Blob
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.actions.assessment import passed_on
from supervision.actions.money import enter
from supervision.actions.replies import ended
from supervision.models import DocumentAttachment, SupervisionDocument, Verification

Papers = list[tuple[str, Blob]]
Place = DocumentAttachment.Place
Way = Verification.Way


@one_transaction
def verify(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    verified_on: date,
    findings: str,
    papers: Papers,
    way: str = Way.PAPERS,
    recoveries: list[dict[str, Any]] | None = None,
) -> SupervisionDocument:
    """The correction was seen, with its proof; what workers received goes into the ledger."""
    outcome = SupervisionDocument.Outcome.RECTIFIED
    document = ended(document, "verify", by=by, at=at, outcome=outcome, on=verified_on, note="")
    keep_papers(document, papers, by=by, at=at, place=Place.VERIFICATION)
    enter(document, "verify", recoveries or [])
    seen(document, by=by, at=at, way=way, verified_on=verified_on, findings=findings, corrected=True)
    return document


@one_transaction
def verify_failed(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    reason: str,
    way: str = Way.PAPERS,
    verified_on: date | None = None,
    papers: Papers | None = None,
    draft_next: bool = False,
) -> SupervisionDocument:
    """Nothing was put right by the day set. Raises StepRefused up to that day."""
    fate = SupervisionDocument.Fate.UNCORRECTED
    document = passed_on(document, "verify_failed", by=by, at=at, fate=fate, note="", draft_next=draft_next)
    keep_papers(document, papers or [], by=by, at=at, place=Place.VERIFICATION)
    day = verified_on or Act(by, at).today
    seen(document, by=by, at=at, way=way, verified_on=day, findings=reason, corrected=False)
    return document


def seen(document: SupervisionDocument, **found: Any) -> None:
    document.verifications.create(**found)
