"""From the application to the decision on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework import deadlines, paper_forms
from casework.actions import keep_papers
from casework.errors import StepRefused
from casework.models import Category, PaperBatch
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.guards.order import refuse_disorder
from disputes.models import ClaimItem, DisputeCase
from disputes.models.choices import EndReason, Place
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
    if not (applicants and respondents):
        raise StepRefused("apply", _("Applicant and respondent must be named."))
    if application_manner == DisputeCase.Manner.ORAL and not read_back:
        raise StepRefused("apply", _("An oral application is read to the applicant before it is taken (art. 12)."))
    handling = org or by.org
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
        notice_read_on=day_of(at) if notice_read else None,
        amount_claimed=sum((Decimal(row["amount"] or 0) for row in claims), Decimal(0)),
    )
    WORKFLOW.check("apply", case, Act(by, at))
    if paper_no:
        paper_forms.enter(case.org, PaperBatch.Kind.APPLICATION, paper_no, by=by, at=at)
    complete(case, known_on)
    if application_manner == DisputeCase.Manner.ORAL:
        case.recorded_by, case.recorded_at = by, at
    WORKFLOW.begin(case, "apply", by=by, at=at)
    name_parties(case, applicants, respondents, third_parties)
    list_claims(case, claims)
    deadlines.start_all(case, [case.intake_rule, *([] if case.is_from_court else [case.mediation_rule])], received_on)
    return case


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


@one_transaction
def ask_for_papers(case: DisputeCase, *, by: Officer, at: datetime, missing: str, asked_on: date) -> DisputeCase:
    """Ask once for everything that is missing. The clocks stand still until it comes."""
    case = WORKFLOW.advance(case, "ask_for_papers", by=by, at=at)
    refuse_disorder("ask_for_papers", (_("received"), case.received_on), (_("asked on"), asked_on), today=day_of(at))
    case.supplement_requests.create(missing=missing, asked_on=asked_on)
    for rule in (case.intake_rule, case.mediation_rule):
        deadlines.pause(case, rule, on=asked_on, reason=_("Papers awaited"))
    deadlines.start(case, "case.supplement_lapse", asked_on)
    return case


@one_transaction
def supply_papers(
    case: DisputeCase, *, by: Officer, at: datetime, supplied_on: date, papers: Iterable[Any] = ()
) -> DisputeCase:
    """The papers came; the clocks go on."""
    case = WORKFLOW.advance(case, "supply_papers", by=by, at=at)
    request = case.supplement_requests.filter(supplied_on=None).latest("pk")
    asked, came = (_("asked on"), request.asked_on), (_("supplied on"), supplied_on)
    refuse_disorder("supply_papers", asked, came, today=day_of(at))
    request.supplied_on = supplied_on
    request.save(update_fields=["supplied_on"])
    keep_papers(case, list(papers), by=by, at=at, place=Place.EVIDENCE)
    deadlines.meet(case, "case.supplement_lapse", supplied_on)
    for rule in (case.intake_rule, case.mediation_rule):
        deadlines.resume(case, rule, on=supplied_on)
    return case


@one_transaction
def lapse(case: DisputeCase, *, by: Officer, at: datetime) -> DisputeCase:
    """The papers asked for did not come in time: the application is not accepted."""
    changes: dict[str, Any] = {"declined_on": day_of(at), "end_reason": EndReason.INCOMPLETE}
    case = WORKFLOW.advance(case, "lapse", by=by, at=at, **changes)
    deadlines.meet_all(case, day_of(at))
    return case


@one_transaction
def accept(
    case: DisputeCase, *, by: Officer, at: datetime, accepted_on: date, both_sides_willing: bool = True
) -> DisputeCase:
    """Take the case on and give it its number. A court's time limit for mediation runs from here."""
    changes: dict[str, Any] = {"accepted_on": accepted_on, "both_sides_willing": both_sides_willing}
    case = WORKFLOW.advance(case, "accept", by=by, at=at, **changes)
    deadlines.meet(case, case.intake_rule, accepted_on)
    if case.is_from_court:
        deadlines.start(case, case.mediation_rule, accepted_on)
    case.number = take_number(case.org, "case", accepted_on)
    case.save(update_fields=["number"])
    return case


@one_transaction
def decline(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    declined_on: date,
    end_reason: str,
    advice: str,
    reason: str,
    exclusion: str = "",
    refused_by: str = "",
) -> DisputeCase:
    """Refuse to accept, with the reason and the other ways open to the applicant; the notice tells them in writing.

    `exclusion` says why the matter is no labour dispute, `refused_by` which side does not want to be mediated.
    """
    changes: dict[str, Any] = {"declined_on": declined_on, "end_reason": end_reason, "advice": advice}
    changes |= {"exclusion": exclusion or case.exclusion, "refused_by": refused_by}
    case = WORKFLOW.advance(case, "decline", by=by, at=at, note=reason, **changes)
    refuse_disorder("decline", (_("received"), case.received_on), (_("declined"), declined_on), today=day_of(at))
    deadlines.meet_all(case, declined_on)
    return case


@one_transaction
def transfer(
    case: DisputeCase, *, by: Officer, at: datetime, closed_on: date, passed_to: str, reason: str, advice: str = ""
) -> DisputeCase:
    """Pass the application to the body in charge, before any mediation: it counts in no success rate."""
    changes: dict[str, Any] = {
        "closed_on": closed_on,
        "outcome": DisputeCase.Outcome.TRANSFERRED,
        "passed_to": passed_to,
        "advice": advice,
    }
    case = WORKFLOW.advance(case, "transfer", by=by, at=at, note=reason, **changes)
    deadlines.meet_all(case, closed_on)
    return case


@one_transaction
def amend(
    case: DisputeCase, *, by: Officer, at: datetime, reason: str, notice_read: bool = False, **changes: Any
) -> DisputeCase:
    """Set the application right before it is decided on, when looking into it shows it in another light.

    `changes` are category, legal_ground, exclusion, pending_elsewhere, work_region and limitation_expires_on.
    """
    if notice_read and not case.notice_read_on:
        changes["notice_read_on"] = day_of(at)
    former = case.category_id
    case = WORKFLOW.advance(case, "amend", by=by, at=at, note=reason, **changes)
    if not case.roster.exists():
        case.claims.filter(category=former).update(category=case.category)
    case.names_hidden = case.category_id in deadlines.policy("hidden_name_categories", case, case.received_on)
    case.save(update_fields=["names_hidden"])
    return case


def day_of(at: datetime) -> date:
    """The day of an act in Asia/Shanghai."""
    return timezone.localdate(at)
