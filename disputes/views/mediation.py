"""Who mediates and when: the ranking beside the assignment, the calendar of meetings, the tasks of an officer."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casework.pages import step_page, visible
from disputes.checklists import checklist_of
from disputes.models import Appointment, CaseTask, DisputeCase
from disputes.querysets import READERS
from disputes.verbs import VERBS
from organizations.http import OfficerRequest
from organizations.models import Duty

MOST = 200
WEEK = timedelta(days=6)


def assign(request: OfficerRequest, pk: int) -> HttpResponse:
    """Who is suggested, and why, above the form."""
    return step_page(request, visible(request, DisputeCase, pk), VERBS, "assign", "disputes/assign.html")


def close_out(request: OfficerRequest, pk: int) -> HttpResponse:
    """What is still open stands above the form: tasks that stop the closing, papers that were never checked."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    checked = {item.code for item in case.checked_items.all()}
    case.unchecked = [item for item in checklist_of(case.category) if item.code not in checked]  # type: ignore[attr-defined]
    return step_page(request, case, VERBS, "close_out", "disputes/close_out.html")


@require_GET
def calendar(request: OfficerRequest) -> HttpResponse:
    """The meetings of seven days from a day on: the mediator's own, for others those of their organisation."""
    if request.officer.duty not in READERS | {Duty.MEDIATOR}:
        raise PermissionDenied
    first = day_in(request.GET.get("from", ""))
    rows = Appointment.objects.visible_to(request.officer).between(first, first + WEEK).for_list()[:MOST]
    context = {"title": _("Calendar of meetings"), "meetings": rows, "first": first, "last": first + WEEK}
    steps = {"earlier": first - timedelta(days=7), "later": first + timedelta(days=7)}
    return render(request, "disputes/calendar.html", context | steps)


def day_in(text: str) -> date:
    """The day asked for; today when it is none, or one no calendar reaches."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day and 2000 <= day.year < 2100 else timezone.localdate()


@require_GET
def tasks(request: OfficerRequest) -> HttpResponse:
    """What this officer still has to do, the most urgent first."""
    if request.officer.duty not in READERS | {Duty.MEDIATOR}:
        raise PermissionDenied
    rows = CaseTask.objects.visible_to(request.officer).of(request.officer).open().for_list()[:MOST]
    return render(request, "disputes/tasks.html", {"title": _("My tasks"), "tasks": rows})
