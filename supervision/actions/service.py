"""The document leaves the house: dispatched, served or not, or published."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.models import Blob
from casework.workflow import Act
from organizations.models import Officer
from supervision.actions.matters import conclude
from supervision.guards import label_of
from supervision.models import ServiceAttempt, SupervisionDocument
from supervision.workflow import DOCUMENTS

Method = ServiceAttempt.Method
Result = ServiceAttempt.Outcome
Papers = list[tuple[str, Blob]]
# What must be known of each way of service besides its proof (Civil Procedure Law arts 87 to 95).
PARTICULARS: dict[str, tuple[str, ...]] = {
    Method.DIRECT: ("received_by",),
    Method.LEFT: ("witness_names",),
    Method.POSTAL: ("tracking_no",),
    Method.ELECTRONIC: ("channel",),
    Method.PUBLIC_NOTICE: ("channel",),
}


@transaction.atomic
def dispatch(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    method: str = Method.DIRECT,
    address: str = "",
    dispatched_on: date | None = None,
    tracking_no: str = "",
) -> SupervisionDocument:
    """Send the sealed document out: the first attempt at serving it begins."""
    day = dispatched_on or Act(by, at).today
    document = DOCUMENTS.advance(document, "dispatch", by=by, at=at, dispatched_on=day)
    begin_attempt(document, by=by, at=at, method=method, address=address, sent_on=day, tracking_no=tracking_no)
    return document


@transaction.atomic
def redispatch(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    method: str,
    address: str = "",
    dispatched_on: date | None = None,
    tracking_no: str = "",
) -> SupervisionDocument:
    """Try once more, in another way or at another address. Raises StepRefused for the same attempt again."""
    day = dispatched_on or Act(by, at).today
    last = document.service_attempts.last()
    address = address or document.addressee_address
    if last and (last.method, last.address) == (method, address):
        raise StepRefused("redispatch", _("This way and address failed before. Please choose another one."))
    document = DOCUMENTS.advance(document, "redispatch", by=by, at=at, dispatched_on=day)
    begin_attempt(document, by=by, at=at, method=method, address=address, sent_on=day, tracking_no=tracking_no)
    return document


def begin_attempt(document: SupervisionDocument, *, address: str, **given: Any) -> ServiceAttempt:
    return document.service_attempts.create(address=address or document.addressee_address, **given)


@transaction.atomic
def record_service(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    served_on: date,
    papers: Papers,
    method: str = "",
    **particulars: str,
) -> SupervisionDocument:
    """Served, with proof: from this day the period to reply runs.

    Raises StepRefused where the proof or what this way of service needs is missing.
    """
    attempt = conclude_attempt(document, served_on=served_on, method=method, by=by, at=at, **particulars)
    keep_proofs(document, attempt, papers, by=by, at=at)
    document = DOCUMENTS.advance(document, "record_service", by=by, at=at, served_on=served_on)
    deadlines.start(document, document.rules.reply_rule, served_on)
    return document


def conclude_attempt(
    document: SupervisionDocument, *, served_on: date, method: str, by: Officer, at: datetime, **particulars: str
) -> ServiceAttempt:
    """Enter the success in the attempt under way."""
    attempt = pending_attempt(document, "record_service", by=by, at=at)
    attempt.method = method or attempt.method
    attempt.served_on = served_on
    for name, value in particulars.items():
        setattr(attempt, name, value or getattr(attempt, name))
    attempt.outcome = Result.REFUSED_LEFT if attempt.method == Method.LEFT else Result.SERVED
    if reasons := [*missing_particulars(attempt), *too_early(document, attempt)]:
        raise StepRefused("record_service", reasons)
    attempt.save()
    return attempt


def pending_attempt(document: SupervisionDocument, verb: str, *, by: Officer, at: datetime) -> ServiceAttempt:
    """The attempt under way, once the step itself is open."""
    DOCUMENTS.check(verb, document, Act(by, at))
    return document.service_attempts.get(outcome=Result.PENDING)


def missing_particulars(attempt: ServiceAttempt) -> list[str]:
    fields = [label_of(attempt, name) for name in PARTICULARS[attempt.method] if not getattr(attempt, name).strip()]
    words = _("For “%(method)s” please enter: %(fields)s.")
    return [words % {"method": attempt.get_method_display(), "fields": _(", ").join(fields)}] if fields else []


def too_early(document: SupervisionDocument, attempt: ServiceAttempt) -> list[str]:
    """Served after it was sent; by public notice only when the notice has stood long enough (art. 95)."""
    assert attempt.served_on
    earliest = attempt.sent_on
    if attempt.method == Method.PUBLIC_NOTICE:
        _rule, found = deadlines.foresee(document.org.region, "service.public_notice", attempt.sent_on)
        earliest = found.due_on
    words = _("It cannot have been served in this way before %(day)s.")
    return [words % {"day": earliest}] if attempt.served_on < earliest else []


def keep_proofs(
    document: SupervisionDocument, attempt: ServiceAttempt, papers: Papers, *, by: Officer, at: datetime
) -> None:
    for title, blob in papers:
        document.attachments.create(attempt=attempt, title=title, blob=blob, by=by, at=at)


@transaction.atomic
def record_service_failure(
    document: SupervisionDocument, *, by: Officer, at: datetime, reason: str, papers: Papers | None = None
) -> SupervisionDocument:
    """It came back: the attempt stays in the list, no clock starts."""
    attempt = pending_attempt(document, "record_service_failure", by=by, at=at)
    attempt.outcome, attempt.reason = Result.RETURNED, reason
    attempt.save(update_fields=["outcome", "reason"])
    keep_proofs(document, attempt, papers or [], by=by, at=at)
    return DOCUMENTS.advance(document, "record_service_failure", by=by, at=at, note=reason)


@transaction.atomic
def record_refusal(
    document: SupervisionDocument,
    *,
    by: Officer,
    at: datetime,
    refused_on: date,
    reason: str,
    witness_names: str,
    papers: Papers,
) -> SupervisionDocument:
    """The employer will not take the opinion, which is itself a ground for a recommendation (Zhejiang art. 23)."""
    attempt = pending_attempt(document, "record_refusal", by=by, at=at)
    attempt.method, attempt.outcome = Method.LEFT, Result.REFUSED_LEFT
    attempt.served_on, attempt.witness_names, attempt.reason = refused_on, witness_names, reason
    if early := too_early(document, attempt):
        raise StepRefused("record_refusal", early)
    attempt.save()
    keep_proofs(document, attempt, papers, by=by, at=at)
    fate = SupervisionDocument.Fate.NOT_ACCEPTED
    return DOCUMENTS.advance(document, "record_refusal", by=by, at=at, note=reason, served_on=refused_on, fate=fate)


@transaction.atomic
def publish(
    document: SupervisionDocument, *, by: Officer, at: datetime, publication: str, published_on: date | None = None
) -> SupervisionDocument:
    """A public letter is issued by publishing it; no reply is expected."""
    day = published_on or Act(by, at).today
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
    conclude(document, at=at)
    return document
