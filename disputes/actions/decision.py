"""The decision on an application: taken on, refused, passed on, or set right before it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.numbering import take_number
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer


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
    refuse_disorder("decline", (_("received"), case.received_on), (_("declined"), declined_on), today=localdate(at))
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
        changes["notice_read_on"] = localdate(at)
    former = case.category_id
    case = WORKFLOW.advance(case, "amend", by=by, at=at, note=reason, **changes)
    if not case.roster.exists():
        case.claims.filter(category=former).update(category=case.category)
    case.names_hidden = case.category_id in deadlines.policy("hidden_name_categories", case, case.received_on)
    case.save(update_fields=["names_hidden"])
    return case
