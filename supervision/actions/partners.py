"""Documents partners send on the same matter, each with a clock of its own (N letters, N documents)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from casework import deadlines
from casework.actions import keep_papers
from casework.locking import lock
from casework.models import Blob
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Authority, Officer
from supervision.actions.matters import conclude
from supervision.models import PartnerDocument, SupervisionMatter
from supervision.workflow import PARTNERS

Papers = list[tuple[str, Blob]]


@one_transaction
def record_partner(
    *,
    by: Officer,
    at: datetime,
    matter: SupervisionMatter,
    kind: str,
    issuer: Authority,
    summary: str,
    served_on: date,
    authority: Authority | None = None,
    doc_no: str = "",
    due_on: date | None = None,
    papers: Papers | None = None,
) -> PartnerDocument:
    """Enter what a partner sent, to the authority named or else to the employer; its clock runs from the service.

    A procuratorial recommendation is answered within two months (SPP rules on recommendations art. 19), a judicial one
    by custom likewise; for the others the day the partner set, if any. Raises StepRefused, WrongDuty.
    """
    matter = lock(matter, by)
    given = {"kind": kind, "issuer": issuer, "authority": authority, "doc_no": doc_no, "summary": summary}
    document = PartnerDocument(matter=matter, served_on=served_on, org=matter.org, scope=matter.scope, **given)
    PARTNERS.insist_on_duty("record_partner", Act(by, at))
    document.number = take_number(matter.org, "partner", served_on)
    document = PARTNERS.begin(document, "record_partner", by=by, at=at)
    keep_papers(document, papers or [], by=by, at=at)
    start_clock(document, due_on)
    return document


def start_clock(document: PartnerDocument, due_on: date | None) -> None:
    """By the law or the custom of its kind, or by the day the partner set."""
    if due_on:
        deadlines.start_agreed(document, document.reply_rule, document.served_on, due_on)
    elif document.reply_rule != PartnerDocument.SET_DAY:
        deadlines.start(document, document.reply_rule, document.served_on)


@one_transaction
def record_answer(
    document: PartnerDocument,
    *,
    by: Officer,
    at: datetime,
    replied_on: date,
    answer: str,
    papers: Papers,
    objected: bool = False,
) -> PartnerDocument:
    """The addressee answered the partner; one that objects has the document examined again."""
    given: dict[str, Any] = {"replied_on": replied_on, "answer": answer, "objected": objected}
    document = PARTNERS.advance(document, "record_answer", by=by, at=at, **given)
    keep_papers(document, papers, by=by, at=at)
    deadlines.meet_all(document, replied_on)
    return document


@one_transaction
def urge(document: PartnerDocument, *, by: Officer, at: datetime, reason: str) -> PartnerDocument:
    """Ask the partner to press, who may take it to the level above. Raises StepRefused up to the last day."""
    return PARTNERS.advance(document, "urge", by=by, at=at, note=reason)


@one_transaction
def finish(
    document: PartnerDocument, *, by: Officer, at: datetime, outcome: str, reason: str, closed_on: date | None = None
) -> PartnerDocument:
    """Close it with what came of it; with the last document of the matter the matter is closed too."""
    day = closed_on or Act(by, at).today
    document = PARTNERS.advance(document, "finish", by=by, at=at, note=reason, outcome=outcome, closed_on=day)
    deadlines.meet_all(document, day)
    conclude(document.matter_id, at=at)
    return document
