"""The time mediation has: more of it, none for a while, and its end."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase
from disputes.models.choices import PauseCause
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def extend(case: DisputeCase, *, by: Officer, at: datetime, days: int, consented_on: date, reason: str) -> DisputeCase:
    """More time by consent of both sides, given before the limit ends; the new due day is the old one plus `days`.

    Natural days, as the limit itself (Zhejiang mediation and arbitration regulation art. 10), and no more in all
    than the policy `mediation_extension_max_days`. Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "extend", by=by, at=at, note=reason, failure_proposed_on=None)
    refuse_disorder("extend", (_("accepted"), case.accepted_on), (_("consented on"), consented_on), today=localdate(at))
    limit = deadlines.due_day(case, case.mediation_rule)
    if limit and consented_on > limit:
        words = _("The time limit ended on %(day)s: an extension is possible only before it.")
        raise StepRefused("extend", words % {"day": limit})
    refuse_too_long(case, days, consented_on)
    deadlines.extend(case, case.mediation_rule, length=days, reason=reason, on=consented_on)
    return case


def refuse_too_long(case: DisputeCase, days: int, day: date) -> None:
    most = deadlines.policy("mediation_extension_max_days", case, day)
    clocks = case.deadlines.of_rule(case.mediation_rule)
    given = clocks.aggregate(days=Sum("extensions__length"))["days"] or 0
    if given + days > most:
        words = _("At most %(most)d more days are possible in all; %(given)d have been given already.")
        raise StepRefused("extend", words % {"most": most, "given": given})


@one_transaction
def suspend(
    case: DisputeCase, *, by: Officer, at: datetime, suspended_on: date, reason: str, cause: str = PauseCause.OTHER
) -> DisputeCase:
    """An appraisal, an injury decision or another case is awaited: the clock stands still."""
    case = WORKFLOW.advance(case, "suspend", by=by, at=at, note=reason)
    days = ((_("accepted"), case.accepted_on), (_("suspended on"), suspended_on))
    refuse_disorder("suspend", *days, today=localdate(at))
    deadlines.pause(case, case.mediation_rule, on=suspended_on, reason=reason, cause=cause)
    return case


@one_transaction
def resume(case: DisputeCase, *, by: Officer, at: datetime, resumed_on: date) -> DisputeCase:
    """Go on; the limit moves by the days the clock stood still."""
    case = WORKFLOW.advance(case, "resume", by=by, at=at, failure_proposed_on=None)
    clock = case.deadlines.of_rule(case.mediation_rule).latest("pk")
    stopped_on = clock.pauses.filter(until_on=None).latest("pk").from_on
    days = ((_("suspended on"), stopped_on), (_("resumed on"), resumed_on))
    refuse_disorder("resume", *days, today=localdate(at))
    deadlines.resume(case, case.mediation_rule, on=resumed_on)
    return case


@one_transaction
def propose_failure(case: DisputeCase, *, by: Officer, at: datetime) -> DisputeCase:
    """The last day for mediation has come: the mediator is asked to end it or to extend. Nothing ends by itself."""
    return WORKFLOW.advance(case, "propose_failure", by=by, at=at, failure_proposed_on=localdate(at))
