"""An application is taken, at the counter or from another office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines, paper_forms
from casework.errors import StepRefused
from casework.models import Category, PaperBatch
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.models import ClaimItem, DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer, Region, UnionOrg

from .parties import name_parties

Rows = Iterable[dict[str, Any]]


@one_transaction
def apply(
    *,
    by: Officer,
    at: datetime,
    received_on: date,
    origin: str,
    category: Category,
    facts: str,
    applicants: list[dict[str, Any]],
    respondents: list[dict[str, Any]],
    claims: list[dict[str, Any]],
    third_parties: Rows = (),
    application_manner: str = DisputeCase.Manner.WRITTEN,
    read_back: bool = False,
    notice_read: bool = False,
    exclusion: str = "",
    work_region: Region | None = None,
    worker_count: int | None = None,
    legal_ground: str = DisputeCase.LegalGround.PAY,
    procedure: str = "",
    pending_elsewhere: bool = False,
    known_on: date | None = None,
    limitation_expires_on: date | None = None,
    external_no: str = "",
    paper_no: str = "",
    org: UnionOrg | None = None,
) -> DisputeCase:
    """Take an application, written or recorded from an oral one (Mediation and Arbitration Law art. 12).

    The decision is due after three working days and mediation ends after fifteen days, both counted from
    `received_on` (art. 14); when a court sends the case, its assignment is answered and the time for mediation
    begins with the acceptance. Amounts in yuan; the sum of the claims is the amount claimed. `known_on` is
    the day limitation of arbitration runs from (art. 27), `limitation_expires_on` its last day where more is known
    than that. `paper_no` is the number of the printed form it was written on, kept as its outside number. An oral
    application is recorded here and now, and counts once it was `read_back` to the applicant.
    Raises StepRefused, WrongDuty.
    """
    is_oral, handling = application_manner == DisputeCase.Manner.ORAL, org or by.org
    refuse_incomplete(named=bool(applicants and respondents), unread=is_oral and not read_back)
    case = DisputeCase(
        org=handling,
        scope=handling.path if handling else "",
        received_on=received_on,
        origin=origin,
        category=category,
        facts=facts,
        worker_count=max(worker_count or 1, len(applicants)),
        legal_ground=legal_ground,
        procedure=procedure,
        pending_elsewhere=pending_elsewhere,
        external_no=paper_no or external_no,
        limitation_expires_on=limitation_expires_on,
        application_manner=application_manner,
        exclusion=exclusion,
        work_region=work_region,
        notice_read_on=localdate(at) if notice_read else None,
        recorded_by=by if is_oral else None,
        recorded_at=at if is_oral else None,
        amount_claimed=sum((Decimal(row["amount"] or 0) for row in claims), Decimal(0)),
    )
    WORKFLOW.check("apply", case, Act(by, at))
    if paper_no:
        paper_forms.enter(case.org, PaperBatch.Kind.APPLICATION, paper_no, by=by, at=at)
    complete(case, known_on)
    WORKFLOW.begin(case, "apply", by=by, at=at)
    name_parties(case, applicants, respondents, third_parties)
    list_claims(case, claims)
    deadlines.start_all(case, [case.intake_rule, *([] if case.is_from_court else [case.mediation_rule])], received_on)
    return case


def refuse_incomplete(*, named: bool, unread: bool) -> None:
    """What a page shows as required, said to whoever comes another way."""
    if not named:
        raise StepRefused("apply", _("Applicant and respondent must be named."))
    if unread:
        raise StepRefused("apply", _("An oral application is read to the applicant before it is taken (art. 12)."))


def complete(case: DisputeCase, known_on: date | None) -> None:
    """What follows from the rest: group or not, names hidden or not, the end of limitation."""
    day = case.received_on
    case.is_group = case.worker_count >= deadlines.policy("group_case_threshold", case, day)
    case.names_hidden = case.category_id in deadlines.policy("hidden_name_categories", case, day)
    if known_on and not case.limitation_expires_on:
        _rule, found = deadlines.foresee(case.org.region, "arbitration.limitation", known_on)
        case.limitation_expires_on = found.due_on


def list_claims(case: DisputeCase, claims: Rows) -> None:
    """What each worker wants under each category; without a category of its own a claim is about that of the case."""
    ClaimItem.objects.bulk_create(
        ClaimItem(
            file=case,
            position=n,
            category=row.get("category") or case.category,
            claimant=row.get("claimant") or "",
            claimed=row["amount"] or 0,
        )
        for n, row in enumerate(claims, 1)
    )
