"""Meetings, more time, stops."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from casework import deadlines
from casework.actions import keep_papers
from casework.models import Blob
from casework.workflow import Act
from disputes.models import DisputeCase, MediationMeeting
from disputes.workflow import WORKFLOW
from organizations.models import Officer

CLOCKS = ("case.mediate", "case.court_assigned", "case.court_entrusted.ordinary", "case.court_entrusted.summary")


@transaction.atomic
def hold_meeting(
    case: DisputeCase,
    *,
    held_on: date,
    manner: str,
    minutes: str,
    rights_read: bool,
    applicant_present: bool,
    respondent_present: bool,
    place: str = "",
    papers: list[tuple[str, Blob]] | None = None,
    by: Officer,
    at: datetime,
) -> DisputeCase:
    """Record a meeting. Rights and duties are read before the first one begins (court rules on mediators, art. 14)."""
    MediationMeeting.objects.create(
        case=case,
        held_on=held_on,
        manner=manner,
        place=place,
        minutes=minutes,
        rights_read=rights_read,
        applicant_present=applicant_present,
        respondent_present=respondent_present,
    )
    case = WORKFLOW.advance(case, "hold_meeting", by=by, at=at)
    keep_papers(case, papers or [], by=by, at=at)
    return case


@transaction.atomic
def extend(case: DisputeCase, *, days: int, reason: str, by: Officer, at: datetime) -> DisputeCase:
    """More time by consent of both sides: the new last day is the old one plus `days` natural days."""
    case = WORKFLOW.advance(case, "extend", by=by, at=at, note=reason)
    for code in CLOCKS:
        deadlines.extend(case, code, length=days, reason=reason, on=Act(by, at).today)
    return case


@transaction.atomic
def suspend(case: DisputeCase, *, reason: str, by: Officer, at: datetime) -> DisputeCase:
    """Wait for an appraisal, an injury decision or another case; the clock stands still."""
    case = WORKFLOW.advance(case, "suspend", by=by, at=at, note=reason)
    for code in CLOCKS:
        deadlines.pause(case, code, on=Act(by, at).today, reason=reason)
    return case


@transaction.atomic
def resume(case: DisputeCase, *, by: Officer, at: datetime) -> DisputeCase:
    """Go on; the days of the stop are added to the period."""
    case = WORKFLOW.advance(case, "resume", by=by, at=at)
    for code in CLOCKS:
        deadlines.resume(case, code, on=Act(by, at).today)
    return case
