"""Papers an application lacks: asked for once, supplied, or never brought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework import deadlines
from casework.actions import keep_papers
from casework.transactions import one_transaction
from disputes.guards.order import refuse_disorder
from disputes.models import DisputeCase
from disputes.models.choices import EndReason, Place
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def ask_for_papers(case: DisputeCase, *, by: Officer, at: datetime, missing: str, asked_on: date) -> DisputeCase:
    """Ask once for everything that is missing. The clocks stand still until it comes."""
    case = WORKFLOW.advance(case, "ask_for_papers", by=by, at=at)
    refuse_disorder("ask_for_papers", (_("received"), case.received_on), (_("asked on"), asked_on), today=localdate(at))
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
    refuse_disorder("supply_papers", asked, came, today=localdate(at))
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
    changes: dict[str, Any] = {"declined_on": localdate(at), "end_reason": EndReason.INCOMPLETE}
    case = WORKFLOW.advance(case, "lapse", by=by, at=at, **changes)
    deadlines.meet_all(case, localdate(at))
    return case
