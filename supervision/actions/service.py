"""The document leaves the house: dispatched, served or not, or published."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from casework import deadlines
from casework.actions import keep_papers
from casework.errors import Refused, StepRefused
from casework.models import Blob
from casework.transactions import one_transaction
from casework.workflow import Act
from organizations.models import Officer
from supervision.actions.matters import conclude
from supervision.attempts import not_consented, notice_is_last, unproved
from supervision.guards import shown
from supervision.models import DocumentAttachment, ServiceAttempt, SupervisionDocument
from supervision.workflow import DOCUMENTS

Method = ServiceAttempt.Method
Place = DocumentAttachment.Place
Result = ServiceAttempt.Outcome
Papers = list[tuple[str, Blob]]


@one_transaction
def dispatch(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    method: str = Method.DIRECT,
    address: str = "",
    dispatched_on: date | None = None,
    **particulars: Any,
) -> SupervisionDocument:
    """Send the sealed document out: the first attempt at serving it begins."""
    day = dispatched_on or Act(by, at).today
    document = DOCUMENTS.advance(document, "dispatch", by=by, at=at, dispatched_on=day)
    begin_attempt(document, "dispatch", by=by, at=at, method=method, address=address, sent_on=day, **particulars)
    return document


@one_transaction
def redispatch(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    method: str,
    address: str = "",
    dispatched_on: date | None = None,
    **particulars: Any,
) -> SupervisionDocument:
    """Try once more, in another way or at another address. Raises StepRefused for the same attempt again."""
    day = dispatched_on or Act(by, at).today
    last = document.service_attempts.last()
    address = address or document.addressee_address
    if last and (last.method, last.address) == (method, address):
        raise StepRefused("redispatch", _("This way and address failed before. Please choose another one."))
    document = DOCUMENTS.advance(document, "redispatch", by=by, at=at, dispatched_on=day)
    begin_attempt(document, "redispatch", by=by, at=at, method=method, address=address, sent_on=day, **particulars)
    return document


def begin_attempt(
    document: SupervisionDocument, verb: str, *, method: str, address: str, sent_on: date, **given: Any
) -> ServiceAttempt:
    """One more attempt in the list. Raises StepRefused for a way that is not open yet."""
    attempt = ServiceAttempt(
        file=document, method=method, address=address or document.addressee_address, sent_on=sent_on, **given
    )
    if reasons := [r for r in (notice_is_last(document, method, sent_on), not_consented(document, attempt)) if r]:
        raise StepRefused(verb, reasons)
    attempt.save()
    return attempt


@one_transaction
def record_service(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    served_on: date,
    papers: Papers,
    method: str = "",
    **particulars: Any,
) -> SupervisionDocument:
    """Served, with proof: from this day the period to reply runs.

    Raises StepRefused where the proof or what this way of service needs is missing.
    """
    attempt = pending_attempt(document, "record_service", by=by, at=at)
    attempt.method = same_notice(attempt, method)
    attempt.served_on = served_on
    for name, value in particulars.items():
        setattr(attempt, name, value or getattr(attempt, name))
    attempt.outcome = Result.REFUSED_LEFT if attempt.method == Method.LEFT else Result.SERVED
    prove_attempt(document, "record_service", attempt, papers, by=by, at=at)
    document = DOCUMENTS.advance(document, "record_service", by=by, at=at, served_on=served_on)
    deadlines.start(document, document.rules.reply_rule, served_on)
    return document


def same_notice(attempt: ServiceAttempt, method: str) -> str:
    """The way it was really served in. A notice is published on its own day, so it is an attempt of its own."""
    if Method.PUBLIC_NOTICE in {method, attempt.method} and method not in {"", attempt.method}:
        words = _("For a public notice please record that this attempt failed, and dispatch again.")
        raise StepRefused("record_service", words)
    return method or attempt.method


def pending_attempt(document: SupervisionDocument, verb: str, *, by: Officer, at: datetime) -> ServiceAttempt:
    """The attempt under way, held until the transaction ends, once the step itself is open."""
    held = DOCUMENTS.hold(document, verb, by=by, at=at)
    found: ServiceAttempt = held.service_attempts.select_for_update().get(outcome=Result.PENDING)
    return found


def prove_attempt(
    document: SupervisionDocument, verb: str, attempt: ServiceAttempt, papers: Papers, *, by: Officer, at: datetime
) -> None:
    """Keep the attempt with its proofs. Raises StepRefused with everything that is missing."""
    if reasons := unproved(document, attempt, papers):
        raise StepRefused(verb, reasons)
    attempt.save()
    keep_papers(document, papers, by=by, at=at, attempt=attempt, place=Place.SERVICE)


@one_transaction
def record_service_failure(
    document: SupervisionDocument, *, by: Officer, at: datetime, reason: str, papers: Papers | None = None
) -> SupervisionDocument:
    """It came back: the attempt stays in the list, no clock starts."""
    attempt = pending_attempt(document, "record_service_failure", by=by, at=at)
    attempt.outcome, attempt.reason = Result.RETURNED, reason
    attempt.save(update_fields=["outcome", "reason"])
    keep_papers(document, papers or [], by=by, at=at, attempt=attempt, place=Place.SERVICE)
    return DOCUMENTS.advance(document, "record_service_failure", by=by, at=at, note=reason)


@one_transaction
def record_refusal(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    refused_on: date,
    reason: str,
    papers: Papers,
    witness_names: str = "",
) -> SupervisionDocument:
    """The employer will not take the opinion, which is itself a ground for a recommendation (Zhejiang art. 23)."""
    attempt = pending_attempt(document, "record_refusal", by=by, at=at)
    attempt.method, attempt.outcome = Method.LEFT, Result.REFUSED_LEFT
    attempt.served_on, attempt.witness_names, attempt.reason = refused_on, witness_names, reason
    prove_attempt(document, "record_refusal", attempt, papers, by=by, at=at)
    fate = SupervisionDocument.Fate.NOT_ACCEPTED
    return DOCUMENTS.advance(document, "record_refusal", by=by, at=at, note=reason, served_on=refused_on, fate=fate)


@one_transaction
def correct_service(
    document: SupervisionDocument, *, by: Officer, at: datetime, served_on: date, reason: str, papers: Papers
) -> SupervisionDocument:
    """The addressee proves that it arrived on another day, or the entry was wrong: the period is counted anew.

    (Civil Procedure Law art. 90: the day the system shows holds unless the recipient proves another.)
    """
    document = DOCUMENTS.advance(document, "correct_service", by=by, at=at, note=reason, served_on=served_on)
    attempt = document.service_attempts.select_for_update().exclude(served_on=None).get()
    attempt.served_on = served_on
    prove_attempt(document, "correct_service", attempt, papers, by=by, at=at)
    deadline = document.deadlines.running().of_rule(document.rules.reply_rule).get()
    deadline.started_on = served_on
    deadline.save(update_fields=["started_on"])
    deadlines.recompute(deadline)
    deadlines.refresh(document)
    return document


@one_transaction
def publish(
    document: SupervisionDocument, *, by: Officer, at: datetime, publication: str, published_on: date | None = None
) -> SupervisionDocument:
    """A public letter is issued by publishing it; no reply is expected.

    Raises StepRefused, Refused for a day after the last one on which it is valid.
    """
    day = published_on or Act(by, at).today
    if document.is_over(day):
        raise Refused(_("It was to be valid until %(day)s, which has passed.") % {"day": shown(document.valid_until)})
    document = DOCUMENTS.advance(
        document,
        "publish",
        by=by,
        at=at,
        published_on=day,
        publication=publication,
        outcome=SupervisionDocument.Outcome.PUBLISHED,
        closed_on=day,
    )
    conclude(document.matter_id, at=at)
    return document
