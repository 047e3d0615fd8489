"""Reaching an agreement."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from casework import deadlines
from casework.actions import keep_papers
from casework.models import Blob
from disputes.actions.mediation import CLOCKS
from disputes.models import DisputeCase, Instalment, MediationAgreement
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@transaction.atomic
def agree(
    case: DisputeCase,
    *,
    terms: str,
    instalments: list[dict[str, Any]],
    applicant_signed_on: date,
    respondent_signed_on: date,
    mediator_signed_on: date,
    sealed_on: date,
    breach: str = "",
    route: str = MediationAgreement.Route.NONE,
    papers: list[tuple[str, Blob]] | None = None,
    by: Officer,
    at: datetime,
) -> DisputeCase:
    """The parties agree in writing. It takes effect with the last signature or the seal (art. 14).

    From that day both windows run: thirty days for judicial confirmation (Civil Procedure Law art. 205) and fifteen
    for arbitral review, which is closed to platform work without an employment relation. Amounts in yuan.
    """
    agreement = MediationAgreement.objects.create(
        case=case,
        terms=terms,
        breach=breach,
        route=route,
        applicant_signed_on=applicant_signed_on,
        respondent_signed_on=respondent_signed_on,
        mediator_signed_on=mediator_signed_on,
        sealed_on=sealed_on,
    )
    case = conclude(case, "agree", "agreed", agreement.effective_on, instalments, by=by, at=at)
    deadlines.start(case, "agreement.judicial_confirmation", agreement.effective_on)
    if case.legal_ground != DisputeCase.Ground.CIVIL:
        deadlines.start(case, "agreement.arbitral_review", agreement.effective_on)
    keep_papers(case, papers or [], by=by, at=at)
    return case


@transaction.atomic
def reconcile(
    case: DisputeCase, *, settled_on: date, instalments: list[dict[str, Any]], by: Officer, at: datetime
) -> DisputeCase:
    """The parties settled among themselves; what is still to be paid is followed like an agreement."""
    return conclude(case, "reconcile", "reconciled", settled_on, instalments, by=by, at=at)


def conclude(
    case: DisputeCase,
    verb: str,
    outcome: str,
    closed_on: date,
    instalments: list[dict[str, Any]],
    *,
    by: Officer,
    at: datetime,
) -> DisputeCase:
    """End the mediation with a sum; where something is left to pay, performance begins at once."""
    Instalment.objects.bulk_create(
        Instalment(case=case, due_on=part["due_on"], amount=part["amount"]) for part in instalments
    )
    agreed = sum((Decimal(part["amount"]) for part in instalments), Decimal(0))
    case = WORKFLOW.advance(case, verb, by=by, at=at, outcome=outcome, closed_on=closed_on, amount_agreed=agreed)
    for code in CLOCKS:
        deadlines.meet(case, code, closed_on)
    if instalments:
        case = WORKFLOW.advance(case, "start_performance", by=Officer.objects.system(), at=at)
    return case
