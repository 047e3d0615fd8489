"""What the union makes of an answer, or of silence: accept it, pass the matter on, or give in."""

from __future__ import annotations

from datetime import date, datetime

from casework import deadlines
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.actions.drafting import create_document
from supervision.actions.replies import ended
from supervision.filling import filled_in
from supervision.kinds import following
from supervision.models import SupervisionDocument
from supervision.workflow import DOCUMENTS

Fate = SupervisionDocument.Fate
Outcome = SupervisionDocument.Outcome
RECTIFY = "document.rectify"


@one_transaction
def escalate(
    document: SupervisionDocument, *, by: Officer, at: datetime, note: str = "", draft_next: bool = False
) -> SupervisionDocument:
    """No answer in time: the next document of the matter may be drafted. Raises StepRefused up to the last day.

    With `draft_next` it is drafted at once, filled in from what is known.
    """
    return passed_on(document, "escalate", by=by, at=at, fate=Fate.UNANSWERED, note=note, draft_next=draft_next)


def passed_on(
    document: SupervisionDocument,
    verb: str,
    *,
    by: Officer,
    at: datetime,
    fate: str,
    note: str,
    draft_next: bool = False,
) -> SupervisionDocument:
    """The document failed. What was due stays unmet in its clocks, but nobody waits for it any more."""
    document = DOCUMENTS.advance(document, verb, by=by, at=at, fate=fate, note=note, due_on=None)
    kind = following(document.kind)
    if draft_next and kind:
        create_document(document.matter, by=by, at=at, kind=kind, **filled_in(document.matter, kind, by, at))
    return document


@one_transaction
def accept_reply(
    document: SupervisionDocument, *, by: Officer, at: datetime, rectify_by: date | None = None, note: str = ""
) -> SupervisionDocument:
    """The reply reports or promises the correction, which is now to be verified by a day."""
    today = Act(by, at).today
    day = rectify_by or deadlines.foresee(document.org.region, RECTIFY, today)[1].due_on
    document = DOCUMENTS.advance(document, "accept_reply", by=by, at=at, note=note, rectify_by=day)
    deadlines.start_agreed(document, RECTIFY, min(today, day), day)
    return document


@one_transaction
def reject_reply(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    fate: str,
    reason: str,
    draft_next: bool = False,
) -> SupervisionDocument:
    """The reply refuses or does not suffice."""
    return passed_on(document, "reject_reply", by=by, at=at, fate=fate, note=reason, draft_next=draft_next)


@one_transaction
def uphold_objection(document: SupervisionDocument, *, by: Officer, at: datetime, reason: str) -> SupervisionDocument:
    """The employer is right: no breach is established, and the document is closed."""
    day = Act(by, at).today
    return ended(document, "uphold_objection", by=by, at=at, outcome=Outcome.NOT_ESTABLISHED, on=day, note=reason)
