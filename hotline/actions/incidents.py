"""A group incident: proposed by a call, judged by the duty leader, dealt with and closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.models import Employer
from casework.numbering import take_number
from casework.transactions import one_transaction
from casework.workflow import Act
from disputes.models import DisputeCase
from hotline.actions.reports import lapse, start_closing, start_first_reports, start_follow_up
from hotline.models import CallRecord, DutyShift, GroupIncident, IncidentCall, IncidentReport, WorkOrder
from hotline.risk import risk_of, trigger_of
from hotline.units import unit_of
from hotline.workflow import INCIDENTS
from organizations.models import Officer, UnionOrg

Kind = IncidentReport.Kind


@one_transaction
def consider(call: CallRecord, *, by: Officer, at: datetime) -> GroupIncident | None:
    """Put a call which may be a group incident before the duty leader on duty; nothing is opened by itself.

    Safe to ask twice for one call. A further call about a live incident at the same employer joins it.
    """
    found = trigger_of(call, at)
    if found is None or IncidentCall.objects.filter(call=call).exists():
        return None
    org = unit_of(call.region, by) or by.org
    assert org
    UnionOrg.objects.select_for_update(no_key=True).get(pk=org.pk)  # two calls at once propose one incident
    known = GroupIncident.objects.about(call, org).first()
    return add_call(known, call, by=by, at=at) if known else propose(call, org, *found, by=by, at=at)


def propose(call: CallRecord, org: UnionOrg, trigger: str, word: str, *, by: Officer, at: datetime) -> GroupIncident:
    shift = DutyShift.objects.on_duty(org, at)
    incident = GroupIncident(
        org=org,
        scope=org.path,
        trigger=trigger,
        trigger_word=word,
        addressed_to=shift.leader if shift else None,
        known_at=at,
        began_at=call.started_at,
        region=call.region,
        place=call.place,
        employer=call.employer,
        employer_name=call.employer_name,
        people=call.workers_affected,
        claim=call.claim,
    )
    incident.risk = risk_of(incident.people, incident, timezone.localdate(at))
    numbered(incident, at)
    INCIDENTS.begin(incident, "propose", by=by, at=at, note=word)
    IncidentCall.objects.create(incident=incident, call=call, at=at)
    return incident


def numbered(incident: GroupIncident, at: datetime) -> None:
    incident.number = take_number(incident.org, "incident", timezone.localdate(at))


def add_call(incident: GroupIncident, call: CallRecord, *, by: Officer, at: datetime) -> GroupIncident:
    """One more call; recorded once, so that asking twice adds nothing."""
    _row, is_new = IncidentCall.objects.get_or_create(call=call, defaults={"incident": incident, "at": at})
    if is_new:
        INCIDENTS.record(incident, "add_call", act=Act(by, at), note=str(call))
    return incident


@one_transaction
def report(*, by: Officer, at: datetime, known_at: datetime | None = None, **known: Any) -> GroupIncident:
    """Enter an incident nobody rang about. The clocks of the first reports run from when it became known."""
    reason = known.pop("reason", "")
    incident = GroupIncident(
        org=by.org,
        scope=by.path,
        trigger=GroupIncident.Trigger.LEADER,
        addressed_to=by,
        known_at=known_at or at,
        **known,
    )
    incident.employer = employer_of(known.get("employer_name", ""), known.get("region"))
    INCIDENTS.check("report", incident, Act(by, at))
    numbered(incident, at)
    INCIDENTS.begin(incident, "report", by=by, at=at, note=reason)
    start_first_reports(incident)
    return incident


def employer_of(name: str, region: Any) -> Employer | None:
    return Employer.objects.named(name.strip(), region) if name.strip() else None


@one_transaction
def confirm(incident: GroupIncident, *, by: Officer, at: datetime, reason: str = "", **known: Any) -> GroupIncident:
    """Open what was proposed. Judged late, its first reports are late: the clocks run from the call."""
    employer = employer_of(known["employer_name"], known["region"])
    incident = INCIDENTS.advance(incident, "confirm", by=by, at=at, note=reason, employer=employer, **known)
    start_first_reports(incident)
    return incident


@one_transaction
def dismiss(incident: GroupIncident, *, by: Officer, at: datetime, reason: str) -> GroupIncident:
    """No incident, and why. A later call may propose one again."""
    return INCIDENTS.advance(incident, "dismiss", by=by, at=at, note=reason)


@one_transaction
def amend(incident: GroupIncident, *, by: Officer, at: datetime, reason: str = "", **changed: Any) -> GroupIncident:
    """What became known since: number, place, measures, who leads on site. A graver risk level needs a reason."""
    changed["employer"] = employer_of(changed["employer_name"], changed["region"])
    return INCIDENTS.advance(incident, "amend", by=by, at=at, note=reason, **changed)


@one_transaction
def link(incident: GroupIncident, *, by: Officer, at: datetime, linked: Any) -> GroupIncident:
    """Name a call, a work order or a case that belongs to the incident."""
    incident = INCIDENTS.advance(incident, "link", by=by, at=at, note=str(linked))
    match linked:
        case CallRecord():
            row, _new = IncidentCall.objects.get_or_create(call=linked, defaults={"incident": incident, "at": at})
            if row.incident_id != incident.pk:
                raise StepRefused("link", _("The call belongs to another incident already."))
        case WorkOrder():
            incident.orders.add(linked)
        case DisputeCase():
            incident.cases.add(linked)
    return incident


@one_transaction
def settle(incident: GroupIncident, *, by: Officer, at: datetime, reason: str) -> GroupIncident:
    """People have gone home or back to work. No follow-up is due any more; the closing report is."""
    incident = INCIDENTS.advance(incident, "settle", by=by, at=at, note=reason, settled_at=at)
    lapse(incident, Kind.FOLLOW_UP, at)
    start_closing(incident, at)
    return incident


@one_transaction
def flare_up(incident: GroupIncident, *, by: Officer, at: datetime, reason: str) -> GroupIncident:
    """It goes on after all: follow-ups are due again."""
    incident = INCIDENTS.advance(incident, "flare_up", by=by, at=at, note=reason, settled_at=None)
    lapse(incident, Kind.CLOSING, at)
    start_follow_up(incident, at)
    return incident


@one_transaction
def close(incident: GroupIncident, *, by: Officer, at: datetime) -> GroupIncident:
    """Raises StepRefused without a closing report, or while another report is still due."""
    return INCIDENTS.advance(incident, "close", by=by, at=at, closed_at=at)
