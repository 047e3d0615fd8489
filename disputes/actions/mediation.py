"""The mediator, the meetings and the time they have."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer

from .application import day_of


@transaction.atomic
def assign(
    case: DisputeCase, *, by: Officer, at: datetime, mediator: Officer, assigned_on: date, reason: str = ""
) -> DisputeCase:
    """Give the case to a certified mediator who has room for it and no ground of recusal."""
    return WORKFLOW.advance(case, "assign", by=by, at=at, note=reason, mediator=mediator, assigned_on=assigned_on)


@transaction.atomic
def release(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """Take the case back before the first meeting, for leave or load; unlike a recusal it bars nobody."""
    return WORKFLOW.advance(case, "release", by=by, at=at, note=reason, mediator=None, assigned_on=None)


@transaction.atomic
def recuse(
    case: DisputeCase, *, by: Officer, at: datetime, ground: str, asked_by: str, decided_on: date
) -> DisputeCase:
    """The mediator steps back before the first meeting; the case waits for another one."""
    stepping_back, accepted_on = case.mediator, case.accepted_on
    case = WORKFLOW.advance(case, "recuse", by=by, at=at, mediator=None, assigned_on=None)
    assert stepping_back
    refuse_disorder("recuse", (_("accepted"), accepted_on), (_("decided on"), decided_on), today=day_of(at))
    case.recusals.create(officer=stepping_back, ground=ground, asked_by=asked_by, decided_on=decided_on)
    return case


@transaction.atomic
def hold_meeting(
    case: DisputeCase,
    *,
    by: Officer,
    at: datetime,
    held_on: date,
    minutes: str,
    manner: str = "on_site",
    place: str = "",
    rights_read: bool = True,
    parties_present: bool = True,
) -> DisputeCase:
    """Record a meeting. Rights and the effect of an agreement are explained first; both sides are there or represented.

    Raises StepRefused when one of these is missing.
    """
    case = WORKFLOW.advance(case, "hold_meeting", by=by, at=at)
    if not (rights_read and parties_present):
        raise StepRefused("hold_meeting", _("Rights must have been explained, and both sides present or represented."))
    days = ((_("mediator assigned"), case.assigned_on), (_("held on"), held_on))
    refuse_disorder("hold_meeting", *days, today=day_of(at))
    facts: dict[str, Any] = {"rights_read": rights_read, "parties_present": parties_present}
    case.meetings.create(held_on=held_on, manner=manner, place=place, minutes=minutes, **facts)
    return case


@transaction.atomic
def extend(case: DisputeCase, *, by: Officer, at: datetime, days: int, consented_on: date, reason: str) -> DisputeCase:
    """More time by consent of both sides, given before the limit ends; the new due day is the old one plus `days`.

    Natural days, as the limit itself (Zhejiang mediation and arbitration regulation art. 10). Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "extend", by=by, at=at, note=reason)
    refuse_disorder("extend", (_("accepted"), case.accepted_on), (_("consented on"), consented_on), today=day_of(at))
    limit = deadlines.due_day(case, case.mediation_rule)
    if limit and consented_on > limit:
        words = _("The time limit ended on %(day)s: an extension is possible only before it.")
        raise StepRefused("extend", words % {"day": limit})
    deadlines.extend(case, case.mediation_rule, length=days, reason=reason, on=consented_on)
    return case


@transaction.atomic
def suspend(case: DisputeCase, *, by: Officer, at: datetime, suspended_on: date, reason: str) -> DisputeCase:
    """An appraisal, an injury decision or another case is awaited: the clock stands still."""
    case = WORKFLOW.advance(case, "suspend", by=by, at=at, note=reason)
    days = ((_("accepted"), case.accepted_on), (_("suspended on"), suspended_on))
    refuse_disorder("suspend", *days, today=day_of(at))
    deadlines.pause(case, case.mediation_rule, on=suspended_on, reason=reason)
    return case


@transaction.atomic
def resume(case: DisputeCase, *, by: Officer, at: datetime, resumed_on: date) -> DisputeCase:
    """Go on; the limit moves by the days the clock stood still."""
    case = WORKFLOW.advance(case, "resume", by=by, at=at)
    clock = case.deadlines.of_rule(case.mediation_rule).latest("pk")
    stopped_on = clock.pauses.filter(until_on=None).latest("pk").from_on
    days = ((_("suspended on"), stopped_on), (_("resumed on"), resumed_on))
    refuse_disorder("resume", *days, today=day_of(at))
    deadlines.resume(case, case.mediation_rule, on=resumed_on)
    return case
