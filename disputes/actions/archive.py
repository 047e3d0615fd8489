"""Putting a case file away, and what happens to it at the end of its term."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from casework import deadlines
from casework.numbering import take_number
from casework.periods import add_months
from casework.transactions import one_transaction
from disputes.dossier.erasure import erase
from disputes.models import DestructionRecord, DisputeCase, PaperRemoval
from disputes.models.choices import RetentionClass, RouteKind, RouteState
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def archive(
    case: DisputeCase, *, by: Officer, at: datetime, archived_on: date, retention_class: str = ""
) -> DisputeCase:
    """Put the file away under its archive number. Its term, in years from the day the case was concluded, follows from
    its class (setting `retention_years`): cases of groups and judicially confirmed ones are kept longer.
    """
    kind = retention_class or class_of(case)
    years = deadlines.policy("retention_years", case, archived_on)[kind]
    assert case.closed_on
    case = WORKFLOW.advance(
        case,
        "archive",
        by=by,
        at=at,
        archived_on=archived_on,
        retention_class=kind,
        retention_years=years,
        kept_until=add_months(case.closed_on, 12 * years),
    )
    case.archive_no = take_number(case.org, "archive", archived_on)
    case.save(update_fields=["archive_no"])
    return case


def class_of(case: DisputeCase) -> str:
    """The class that follows from the case itself, the longer-kept first."""
    granted = case.routes.filter(kind=RouteKind.JUDICIAL_CONFIRMATION, state=RouteState.GRANTED)
    if granted.exists():
        return RetentionClass.CONFIRMED
    return RetentionClass.GROUP if case.is_group else RetentionClass.CASE


@one_transaction
def hold(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The file may not be destroyed, as long as a suit, an inquiry or a request needs it."""
    changes = {"on_hold": True, "appraised_on": None, "destruction_approved_on": None}
    return WORKFLOW.advance(case, "hold", by=by, at=at, note=reason, **changes)


@one_transaction
def release(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The hold is over; the term counts again as it did."""
    return WORKFLOW.advance(case, "release", by=by, at=at, note=reason, on_hold=False)


@one_transaction
def propose_destruction(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The archivist has looked through a file whose term is over and sees no need to keep it."""
    return WORKFLOW.advance(case, "propose_destruction", by=by, at=at, note=reason, appraised_on=localdate(at))


@one_transaction
def approve_destruction(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The committee director approves what the archivist proposed."""
    day = localdate(at)
    return WORKFLOW.advance(case, "approve_destruction", by=by, at=at, note=reason, destruction_approved_on=day)


@one_transaction
def keep_longer(case: DisputeCase, *, by: Officer, at: datetime, kept_until: date, reason: str) -> DisputeCase:
    """The file is worth more than its class: it is kept until a later day."""
    changes = {"kept_until": kept_until, "appraised_on": None, "destruction_approved_on": None}
    return WORKFLOW.advance(case, "keep_longer", by=by, at=at, note=reason, **changes)


@one_transaction
def destroy(
    case: DisputeCase, *, by: Officer, at: datetime, first_witness: Officer, second_witness: Officer
) -> DisputeCase:
    """Destroy papers and personal data before two witnesses, neither of them the archivist.

    What stays is the bare row statistics count, the history and this record. The bytes leave the disk afterwards, by
    a task, unless another file holds the same paper.
    """
    case = WORKFLOW.advance(case, "destroy", by=by, at=at, destroyed_on=localdate(at))
    papers = sorted(set(case.attachments.values_list("blob_id", flat=True)))
    assert case.kept_until
    assert case.destruction_approved_on
    record = DestructionRecord.objects.create(
        file=case,
        archive_no=case.archive_no,
        kept_until=case.kept_until,
        approved_on=case.destruction_approved_on,
        destroyed_on=localdate(at),
        destroyed_by=by,
        first_witness=first_witness,
        second_witness=second_witness,
        papers=papers,
    )
    PaperRemoval.objects.bulk_create(PaperRemoval(record=record, sha256=sha256) for sha256 in papers)
    erase(case)
    return case
