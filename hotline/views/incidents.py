"""Group incidents. Whoever may not know of them does not learn that there is such a page: 404, not 403."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import creation_page, list_page, step_page, visible
from casework.views import paper
from casework.workflow import Act
from disputes.models import DisputeCase
from hotline.forms import IncidentFilter
from hotline.models import DutyShift, GroupIncident, IncidentCall, IncidentReport, SurgeSheet, WorkOrder
from hotline.querysets import CALL_READERS, INCIDENT_READERS, IncidentQuerySet
from hotline.verbs import ENTER_INCIDENT, INCIDENT_VERBS
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

SHOWN_CALLS = 100


View = Callable[..., HttpResponseBase]


def restricted(view: View) -> View:
    """For duty leaders and signatories only."""

    @wraps(view)
    def shown(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.officer.duty not in INCIDENT_READERS:
            raise Http404
        return view(request, *args, **kwargs)

    return shown


@restricted
def incidents(request: OfficerRequest) -> HttpResponse:
    form = IncidentFilter({"show": "open", **request.GET.dict()})
    rows = chosen(form, request.officer)
    leads = request.officer.duty == Duty.DUTY_LEADER
    title = _("Group incidents")
    return list_page(
        request, rows, "hotline/incidents.html", title=title, filter_form=form, leads=leads, now=timezone.now()
    )


def chosen(form: IncidentFilter, officer: Officer) -> IncidentQuerySet:
    rows: IncidentQuerySet = GroupIncident.objects.visible_to(officer).for_list()
    match form.chosen("show"):
        case "proposed":
            return rows.proposed()
        case "running":
            return rows.running()
        case "late":
            return rows.with_report_overdue(timezone.now())
        case "open":
            return rows.live()
    return rows


@restricted
def new_incident(request: OfficerRequest) -> HttpResponse:
    title = _("Enter a group incident")
    return creation_page(request, ENTER_INCIDENT, "incidents/new", "hotline/incident_form.html", title=title)


@restricted
def incident_page(request: OfficerRequest, pk: int) -> HttpResponse:
    incident = visible(request, GroupIncident, pk)
    now = timezone.now()
    calls = IncidentCall.objects.visible_to(request.officer).filter(incident=incident)
    return render(
        request,
        "hotline/incident.html",
        {
            "file": incident,
            "offers": incident.offers(Act(request.officer, now)),
            "events": incident.events.for_timeline(),
            "attachments": incident.attachments.select_related("blob", "by__user", "by__org", "by__authority"),
            "reports": incident.reports.for_page(),
            "calls": calls.select_related("call__org")[:SHOWN_CALLS],
            "reads_calls": request.officer.duty in CALL_READERS,
            "totals": calls.totals(),
            "orders": WorkOrder.objects.visible_to(request.officer).filter(pk__in=incident.orders.all()).for_list(),
            "cases": DisputeCase.objects.visible_to(request.officer).filter(pk__in=incident.cases.all()),
            "sheet": SurgeSheet.objects.visible_to(request.officer).filter(incident=incident).first(),
            "shift": DutyShift.objects.visible_to(request.officer).on_duty(incident.org, now),
            "now": now,
        },
    )


@restricted
def incident_step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    return step_page(request, visible(request, GroupIncident, pk), INCIDENT_VERBS, verb, "hotline/incident_step.html")


@restricted
def incident_paper(request: OfficerRequest, pk: int, paper_pk: int) -> HttpResponseBase:
    return paper(request, GroupIncident, pk, paper_pk)


@restricted
def report_page(request: OfficerRequest, pk: int, report_pk: int) -> HttpResponse:
    """One report on one page, to be printed or sent by fax."""
    incident = visible(request, GroupIncident, pk)
    rows = IncidentReport.objects.visible_to(request.officer).given().for_page()
    report = get_object_or_404(rows, incident=incident, pk=report_pk)
    return render(request, "hotline/incident_report.html", {"file": incident, "report": report, "now": timezone.now()})
