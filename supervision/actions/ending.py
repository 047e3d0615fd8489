"""A document is taken back. Its number stays taken."""

from __future__ import annotations

from datetime import date, datetime

from casework import deadlines
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.actions.matters import conclude
from supervision.models import SupervisionDocument
from supervision.workflow import DOCUMENTS

Outcome = SupervisionDocument.Outcome


@one_transaction
def withdraw(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    reason: str,
    withdrawal_served_on: date | None = None,
) -> SupervisionDocument:
    """Take the document back before it is closed; one that was served needs a served notice of withdrawal."""
    day = Act(by, at).today
    document = DOCUMENTS.advance(
        document,
        "withdraw",
        by=by,
        at=at,
        note=reason,
        withdrawal_served_on=withdrawal_served_on,
        outcome=Outcome.WITHDRAWN,
        closed_on=day,
    )
    deadlines.meet_all(document, day)
    conclude(document.matter_id, at=at)
    return document


@one_transaction
def void(document: SupervisionDocument, *, by: Officer, at: datetime, reason: str) -> SupervisionDocument:
    """Cancel a signed document before it leaves the house. It keeps its number, and the matter stays open."""
    day = Act(by, at).today
    return DOCUMENTS.advance(document, "void", by=by, at=at, note=reason, outcome=Outcome.VOID, closed_on=day)
