"""The clocks of the reports on an incident: by telephone, in writing, again and again, and at the end."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.calendars import calendar_of
from casework.deadlines import policy
from casework.errors import StepRefused
from casework.models import DeadlineRule
from casework.periods import due_at, period
from casework.transactions import one_transaction
from hotline.models import GroupIncident, IncidentReport, ReportAddressee
from hotline.risk import risk_of
from hotline.workflow import INCIDENTS
from organizations.models import Officer

Kind = IncidentReport.Kind
GRAVER = ["general", "large", "major"]


def start_first_reports(incident: GroupIncident) -> None:
    """By telephone within minutes, in writing within the hour, both from the instant it became known."""
    minutes = policy("incident_phone_report_minutes", incident, timezone.localdate(incident.known_at))
    incident.reports.create(kind=Kind.PHONE, due_at=incident.known_at + timedelta(minutes=minutes))
    hours = hours_of("incident.first_report", incident, incident.known_at)
    incident.reports.create(kind=Kind.FIRST, due_at=due_at(incident.known_at, hours))


def start_follow_up(incident: GroupIncident, since: datetime, sooner: datetime | None = None) -> None:
    """The next one after so many hours around the clock; the leader may promise it sooner, not later."""
    latest = due_at(since, hours_of("incident.follow_up", incident, since))
    incident.reports.create(kind=Kind.FOLLOW_UP, due_at=min(latest, sooner or latest))


def start_closing(incident: GroupIncident, since: datetime) -> None:
    """Until the end of the last working day."""
    day = timezone.localdate(since)
    rule = rule_of("incident.close_report", incident, since)
    last = period(day, rule.rule, calendar_of(incident.org.region, day)).due_on
    midnight = datetime.combine(last + timedelta(days=1), time.min)
    incident.reports.create(kind=Kind.CLOSING, due_at=timezone.make_aware(midnight) - timedelta(minutes=1))


def rule_of(code: str, incident: GroupIncident, since: datetime) -> DeadlineRule:
    return DeadlineRule.objects.in_force(code, timezone.localdate(since), incident.org.region)


def hours_of(code: str, incident: GroupIncident, since: datetime) -> int:
    return rule_of(code, incident, since).length


def lapse(incident: GroupIncident, kind: str, at: datetime) -> None:
    """What was still due is no longer needed."""
    incident.reports.pending().filter(kind=kind).update(lapsed_at=at)


@one_transaction
def give_report(
    incident: GroupIncident,
    *,
    by: Officer,
    at: datetime,
    kind: str,
    text: str,
    addressees: list[dict[str, Any]],
    people: int | None = None,
    given_at: datetime | None = None,
    next_at: datetime | None = None,
) -> GroupIncident:
    """Record a report with its addressees. A written one starts the clock of the next; more people raise the risk.

    Raises StepRefused where this kind is not due, or where it did not go to all whom policy
    `incident_report_addressees` names.
    """
    changes = risen(incident, people, at)
    incident = INCIDENTS.advance(incident, "give_report", by=by, at=at, note=str(Kind(kind).label), **changes)
    insist_on_addressees(incident, addressees, at)
    report = incident.reports.pending().filter(kind=kind).first()
    if report is None:
        raise StepRefused("give_report", _("This report is not due."))
    given = given_at or at
    report.text, report.people, report.given_at, report.given_by = text, people, given, by
    report.save(update_fields=["text", "people", "given_at", "given_by"])
    rows = [
        ReportAddressee(report=report, to=row["to"], way=row["way"], at=row.get("at") or given) for row in addressees
    ]
    ReportAddressee.objects.bulk_create(rows)
    if kind in {Kind.FIRST, Kind.FOLLOW_UP} and incident.state == GroupIncident.State.RUNNING:
        start_follow_up(incident, given, next_at)
    return incident


def risen(incident: GroupIncident, people: int | None, at: datetime) -> dict[str, Any]:
    """The number as reported; the level follows it upwards by itself."""
    if not people or people == incident.people:
        return {}
    level = max(incident.risk, risk_of(people, incident, timezone.localdate(at)), key=GRAVER.index)
    return {"people": people, "risk": level}


def insist_on_addressees(incident: GroupIncident, rows: list[dict[str, Any]], at: datetime) -> None:
    wanted = policy("incident_report_addressees", incident, timezone.localdate(at))
    missing = [str(ReportAddressee.To(to).label) for to in wanted if to not in {row["to"] for row in rows}]
    if missing:
        words = _("The report must also go to: %(addressees)s.") % {"addressees": _(", ").join(missing)}
        raise StepRefused("give_report", words)
