"""From the application to the mediator."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from casework import deadlines
from casework.errors import StepRefused
from casework.models import Category, Employer
from casework.numbering import take_number
from casework.workflow import Act
from disputes.guards import both_sides_named
from disputes.models import ClaimItem, DisputeCase, Party, Recusal
from disputes.workflow import WORKFLOW
from organizations.models import Officer, UnionOrg

COURT_RULES: dict[str, str] = {
    DisputeCase.Origin.COURT_ASSIGNED: "case.court_assigned",
    DisputeCase.Origin.COURT_ENTRUSTED: "case.court_entrusted.ordinary",
}


@transaction.atomic
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
    worker_count: int,
    legal_ground: str = DisputeCase.Ground.PAY,
    external_no: str = "",
    org: UnionOrg | None = None,
) -> DisputeCase:
    """Take an application, written or recorded from an oral one (Mediation and Arbitration Law art. 12).

    The fifteen days run from the day it was received (art. 14), so that clock starts here. Amounts in yuan.
    Raises StepRefused when a side is missing, WrongDuty.
    """
    handling = org or by.org
    assert handling is not None
    case = DisputeCase(
        org=handling,
        scope=handling.path,
        received_on=received_on,
        origin=origin,
        external_no=external_no,
        category=category,
        legal_ground=legal_ground,
        facts=facts,
        worker_count=max(worker_count, len(applicants)),
        amount_claimed=sum((Decimal(claim["amount"]) for claim in claims), Decimal(0)),
    )
    case.is_group = case.worker_count >= deadlines.policy("group_case_threshold", case, received_on)
    WORKFLOW.begin(case, "apply", by=by, at=at)
    name_parties(case, applicants, respondents, by)
    name_claims(case, claims)
    deadlines.start(case, "case.accept", received_on)
    return case


def name_parties(
    case: DisputeCase, applicants: list[dict[str, Any]], respondents: list[dict[str, Any]], by: Officer
) -> None:
    """Workers and employers; an employer is found in the register or entered there. Raises StepRefused."""
    for row in applicants:
        Party.objects.create(case=case, role=Party.Role.APPLICANT, **personal(row))
    for row in respondents:
        employer = Employer.objects.named(row["name"], case.org.region, row.get("uscc") or "")
        role = row.get("role") or Party.Role.RESPONDENT
        Party.objects.create(case=case, role=role, employer=employer, **personal(row))
    if reason := both_sides_named(case, Act(by, case.opened_at)):
        raise StepRefused("apply", reason)


def personal(row: dict[str, Any]) -> dict[str, str]:
    return {name: row.get(name) or "" for name in ("name", "id_number", "phone", "address")}


def name_claims(case: DisputeCase, claims: list[dict[str, Any]]) -> None:
    ClaimItem.objects.bulk_create(
        ClaimItem(
            case=case,
            claimant=claim.get("claimant") or "",
            category=claim.get("category") or case.category,
            claimed=claim["amount"],
        )
        for claim in claims
    )


@transaction.atomic
def ask_for_papers(case: DisputeCase, *, missing: str, by: Officer, at: datetime) -> DisputeCase:
    """Ask once for everything that is missing; the clock of acceptance stands still meanwhile."""
    today = Act(by, at).today
    case = WORKFLOW.advance(case, "ask_for_papers", by=by, at=at, note=missing)
    deadlines.pause(case, "case.accept", on=today, reason=missing)
    deadlines.start(case, "case.supplement_lapse", today)
    return case


@transaction.atomic
def supply_papers(case: DisputeCase, *, supplied_on: date, by: Officer, at: datetime) -> DisputeCase:
    """The papers are complete; the clock of acceptance goes on."""
    case = WORKFLOW.advance(case, "supply_papers", by=by, at=at)
    deadlines.meet(case, "case.supplement_lapse", supplied_on)
    deadlines.resume(case, "case.accept", on=supplied_on)
    return case


@transaction.atomic
def accept(case: DisputeCase, *, accepted_on: date, by: Officer, at: datetime) -> DisputeCase:
    """Take the case on and give it its number. The period runs from the day of receipt (art. 14).

    What a court sends has its own period, which starts when the mediator accepts.
    """
    case = WORKFLOW.advance(case, "accept", by=by, at=at, accepted_on=accepted_on)
    deadlines.meet(case, "case.accept", accepted_on)
    if case.origin in COURT_RULES:
        deadlines.start(case, COURT_RULES[case.origin], accepted_on)
    else:
        deadlines.start(case, "case.mediate", case.received_on)
    case.number = take_number(case.org, "case", accepted_on)
    case.save(update_fields=["number"])
    return case


@transaction.atomic
def decline(case: DisputeCase, *, reason: str, advice: str, by: Officer, at: datetime) -> DisputeCase:
    """Refuse to accept, with the reason and the other routes in writing."""
    case = WORKFLOW.advance(case, "decline", by=by, at=at, note=reason, outcome_reason=reason, advice=advice)
    deadlines.meet_all(case, Act(by, at).today)
    return case


@transaction.atomic
def transfer(
    case: DisputeCase, *, reason: str, advice: str, transferred_on: date, by: Officer, at: datetime
) -> DisputeCase:
    """Hand over to another body before any mediation. Not counted in any rate."""
    case = WORKFLOW.advance(
        case,
        "transfer",
        by=by,
        at=at,
        note=reason,
        outcome=DisputeCase.Outcome.TRANSFERRED,
        outcome_reason=reason,
        advice=advice,
        closed_on=transferred_on,
    )
    deadlines.meet_all(case, transferred_on)
    return case


@transaction.atomic
def assign(case: DisputeCase, *, mediator: Officer, by: Officer, at: datetime) -> DisputeCase:
    """Name the mediator: certified, serving here, with room, and not recused in this case."""
    return WORKFLOW.advance(case, "assign", by=by, at=at, mediator=mediator)


@transaction.atomic
def recuse(case: DisputeCase, *, reason: str, by: Officer, at: datetime) -> DisputeCase:
    """The mediator steps back; the ground is kept and the mediator cannot be assigned again."""
    assert case.mediator is not None
    Recusal.objects.create(case=case, mediator=case.mediator, decided_on=Act(by, at).today, ground=reason)
    return WORKFLOW.advance(case, "recuse", by=by, at=at, note=reason, mediator=None)
