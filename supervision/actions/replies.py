"""What the addressee answered, and what an authority brought about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from casework import deadlines
from casework.actions import keep_papers
from casework.models import Blob
from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.actions.matters import conclude
from supervision.actions.money import enter
from supervision.models import DocumentAttachment, Reply, SupervisionDocument
from supervision.workflow import DOCUMENTS

Papers = list[tuple[str, Blob]]
Place = DocumentAttachment.Place
INSPECTION = "inspection.finish"


@one_transaction
def reply(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    replied_on: date,
    stance: str,
    summary: str,
    papers: Papers,
) -> SupervisionDocument:
    """The employer's written answer. On time when it came on or before the last day."""
    document = answered(document, "reply", by=by, at=at, on=replied_on, papers=papers)
    keep_reply(document, by=by, at=at, replied_on=replied_on, stance=stance, summary=summary)
    return document


def answered(
    document: SupervisionDocument, verb: str, *, by: Officer, at: datetime, on: date, papers: Papers, **changes: Any
) -> SupervisionDocument:
    """Any first written answer: the reply clock stops."""
    document = DOCUMENTS.advance(document, verb, by=by, at=at, replied_on=on, **changes)
    deadlines.meet(document, document.rules.reply_rule, on)
    keep_papers(document, papers, by=by, at=at, place=Place.REPLY)
    return document


def keep_reply(document: SupervisionDocument, **given: Any) -> Reply:
    return document.replies.create(**given)


@one_transaction
def record_late_reply(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    replied_on: date,
    stance: str,
    summary: str,
    papers: Papers,
) -> SupervisionDocument:
    """An answer after the next step was taken: kept and counted, changes nothing."""
    first = document.replied_on or replied_on
    document = DOCUMENTS.advance(document, "record_late_reply", by=by, at=at, replied_on=first)
    deadlines.meet(document, document.rules.reply_rule, replied_on)
    keep_papers(document, papers, by=by, at=at, place=Place.REPLY)
    keep_reply(document, by=by, at=at, replied_on=replied_on, stance=stance, summary=summary, is_late=True)
    return document


@one_transaction
def docket(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    docketed_on: date,
    authority_case_no: str,
    papers: Papers | None = None,
) -> SupervisionDocument:
    """The authority took the recommendation up: its own period begins (Inspection Regulation art. 17)."""
    number = authority_case_no
    changes = {"docketed_on": docketed_on, "authority_case_no": number}
    document = answered(document, "docket", by=by, at=at, on=docketed_on, papers=papers or [], **changes)
    stance = Reply.Stance.DOCKETED
    keep_reply(document, by=by, at=at, replied_on=docketed_on, stance=stance, summary=number)
    deadlines.start(document, INSPECTION, docketed_on)
    return document


@one_transaction
def decline_docket(
    document: SupervisionDocument, *, by: Officer, at: datetime, replied_on: date, reason: str, papers: Papers
) -> SupervisionDocument:
    """The authority does not take it up and says why in writing."""
    document = answered(document, "decline_docket", by=by, at=at, on=replied_on, papers=papers)
    stance = Reply.Stance.NOT_DOCKETED
    keep_reply(document, by=by, at=at, replied_on=replied_on, stance=stance, summary=reason)
    return document


@one_transaction
def remind(document: SupervisionDocument, *, by: Officer, at: datetime) -> SupervisionDocument:
    """The clock's own note that the last day to reply is near."""
    return DOCUMENTS.advance(document, "remind", by=by, at=at)


@one_transaction
def record_result(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    outcome: str,
    result_on: date,
    summary: str,
    papers: Papers | None = None,
    recoveries: list[dict[str, Any]] | None = None,
) -> SupervisionDocument:
    """What the authority decided or brought about."""
    document = ended(document, "record_result", by=by, at=at, outcome=outcome, on=result_on, note=summary)
    keep_papers(document, papers or [], by=by, at=at, place=Place.REPLY)
    enter(document, "record_result", recoveries or [])
    return document


def ended(
    document: SupervisionDocument, verb: str, *, by: Officer, at: datetime, outcome: str, on: date, note: str
) -> SupervisionDocument:
    """Close the document, and with the last one its matter."""
    document = DOCUMENTS.advance(document, verb, by=by, at=at, note=note, outcome=outcome, closed_on=on)
    deadlines.meet_all(document, on)
    conclude(document.matter_id, at=at)
    return document
