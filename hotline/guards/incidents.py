"""Why a step on a group incident is not possible, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hotline.risk import risk_of

if TYPE_CHECKING:
    from casework.workflow import Act
    from hotline.models import GroupIncident

ORDER = ["general", "large", "major"]


def is_described(incident: GroupIncident, act: Act) -> str:
    lacking = {
        _("division"): incident.region_id,
        _("employer"): incident.employer_name,
        _("claim"): incident.claim.strip(),
    }
    missing = [name for name, value in lacking.items() if not value]
    return _("Still missing: %(fields)s.") % {"fields": _(", ").join(missing)} if missing else ""


def risk_fits_the_people(incident: GroupIncident, act: Act) -> str:
    """Policy `incident_risk_levels`: a leader may judge an incident graver than its number says, never lighter."""
    least = risk_of(incident.people, incident, act.today)
    if ORDER.index(incident.risk) >= ORDER.index(least):
        return ""
    words = {"people": incident.people, "risk": incident.Risk(least).label}
    return _("With %(people)d people the risk level is at least “%(risk)s”.") % words


def closing_report_is_given(incident: GroupIncident, act: Act) -> str:
    given = incident.reports.given().filter(kind="closing").exists()
    return "" if given else _("The closing report is missing.")


def no_report_is_due(incident: GroupIncident, act: Act) -> str:
    due = [str(report) for report in incident.reports.pending() if report.kind != "closing"]
    return _("Still to be given: %(reports)s.") % {"reports": _(", ").join(due)} if due else ""


def report_is_due(incident: GroupIncident, act: Act) -> str:
    return "" if incident.reports.pending().exists() else _("No report is due.")


def has_no_open_sheet(incident: GroupIncident, act: Act) -> str:
    sheet = getattr(incident, "sheet", None)
    return _("Quick registration is open already.") if sheet and sheet.closed_at is None else ""


def has_open_sheet(incident: GroupIncident, act: Act) -> str:
    sheet = getattr(incident, "sheet", None)
    return "" if sheet and sheet.closed_at is None else _("Quick registration is not open.")
