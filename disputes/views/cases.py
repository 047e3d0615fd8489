"""The pages of dispute cases."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.deadlines import due_day
from casework.models import SavedView
from casework.pages import creation_page, file_page, list_page, visible
from casework.views import MAY_REVEAL
from casework.workflow import Act
from disputes.checklists import checklist_of
from disputes.columns import PAGE, columns_of
from disputes.forms import CaseFilter
from disputes.gathering import gathering_of
from disputes.imports.intake import CASE_IMPORT
from disputes.limitation import limitation_of
from disputes.models import DisputeCase, Party
from disputes.models.choices import Side
from disputes.querysets import ACCEPTED, READERS
from disputes.reading import read_once
from disputes.related import related
from disputes.steps import leading_on
from disputes.verbs import CREATION
from disputes.views.routes import ways_of
from disputes.workflow import COUNTER, WORKFLOW
from organizations.http import OfficerRequest
from organizations.models import Duty, Officer

PEOPLE = {"add_party", "correct_party", "end_party", "add_proxy", "end_proxy", "elect_representatives"}
ROSTER = {"import_roster", "share_out"}
RECUSALS = {"recuse", "keep_mediator"}
MAY_ASSIGN = WORKFLOW.steps["assign"].duties


def cases(request: OfficerRequest) -> HttpResponse:
    """The cases an officer may know of: urgent first, then by the day that counts; what is closed, newest first."""
    form = filter_of(request)
    may_create = request.officer.duty in COUNTER
    return list_page(
        request,
        form.rows().for_list(),
        "disputes/cases.html",
        ordering=form.ordering,
        title=_("Dispute cases"),
        filter_form=form,
        may_create=may_create,
        may_import=request.officer.duty in CASE_IMPORT.duties,
        may_choose=request.officer.duty in MAY_ASSIGN,
        empty=nothing_here(may_create),
        **kept_of(request, form),
    )


def filter_of(request: OfficerRequest) -> CaseFilter:
    if request.officer.duty not in READERS | {Duty.MEDIATOR}:
        raise PermissionDenied
    return CaseFilter(request.GET, officer=request.officer)


def kept_of(request: OfficerRequest, form: CaseFilter) -> dict[str, Any]:
    """What the person keeps of this list: the columns, the own and the shared views."""
    views = list(SavedView.objects.visible_to(request.officer).of_page(PAGE))
    current = next((view for view in views if view.query == form.query), None)
    return {"columns": columns_of(request.officer), "views": views, "current_view": current, "here": form.query}


def nothing_here(may_create: bool) -> dict[str, Any]:
    text = _("Show all cases, or take a new application.") if may_create else _("Other filters may show some.")
    words = {"title": _("No case here"), "text": text}
    way = {"url": reverse("disputes:cases-new"), "link": _("New case")} if may_create else {}
    return words | way


def new_case(request: OfficerRequest) -> HttpResponse:
    """The application: at the counter, from a court, from the HR office or online."""
    if request.officer.duty not in COUNTER:
        raise PermissionDenied
    return creation_page(request, CREATION, "cases/new", "disputes/new_case.html", title=_("New case"))


def case_page(request: OfficerRequest, pk: int) -> HttpResponse:
    case: DisputeCase = visible(request, DisputeCase, pk)
    read_once(case)
    events = list(case.events.for_timeline())
    done = {event.verb for event in events}  # what nobody ever did has left no rows to ask for
    return file_page(
        request,
        case,
        "disputes/case.html",
        **way_in_list(request, case),
        **acts_on(case, request.officer),
        **clocks_of(case, timezone.localdate()),
        **mediation_of(case, done),
        **settlement_of(case),
        events=events,
        claims=case.claims.all(),
        meetings=case.meetings.all(),
        attachments=case.attachments.all(),
        roster_count=case.roster.count() if "import_roster" in done else 0,
        supplements=case.supplement_requests.all() if "ask_for_papers" in done else [],
        untold=untold(case),
        related=related(case, request.officer),
        reveal_url=reverse("disputes:cases-reveal", args=[pk]) if request.officer.duty in MAY_REVEAL else "",
    )


def acts_on(case: DisputeCase, officer: Officer) -> dict[str, Any]:
    """What the officer may do, and of it what stands beside the people and the roster."""
    offers = case.offers(Act(officer, timezone.now()))
    return {
        "offers": offers,
        "people": [offer for offer in offers if offer.verb in PEOPLE],
        "roster_acts": [offer for offer in offers if offer.verb in ROSTER],
    }


def clocks_of(case: DisputeCase, today: date) -> dict[str, Any]:
    """What runs. A window nobody used has simply ended: the union is not late."""
    deadlines = list(case.deadlines.all())
    windows = [deadline for deadline in deadlines if deadline.rule.code in case.CHANCES]
    lapsed = [window for window in windows if window.met_on is None and window.due_on < today]
    return {
        "deadlines": [deadline for deadline in deadlines if deadline not in lapsed],
        "windows": windows,
        "awaited": leading_on(case, today),
        "gathering": gathering_of(case, today),
        "limitation": limitation_of(case, today),
    }


def settlement_of(case: DisputeCase) -> dict[str, Any]:
    """What was agreed, who signed it, what is paid of it, and the ways to have it enforced."""
    return {
        "agreement": getattr(case, "agreement", None),
        "signatures": case.signatures.select_related("party__employer"),
        "instalments": case.instalments.all(),
        "follow_ups": case.follow_ups.open().select_related("instalment") if case.state == "performing" else [],
        "ways": ways_of(case),
    }


def untold(case: DisputeCase) -> list[Party]:
    """Who was not yet told in writing that the application is not accepted or was passed on, with the other ways."""
    if not case.declined_on and case.outcome != DisputeCase.Outcome.TRANSFERRED:
        return []
    told = set(case.documents.filter(kind="decline_notice").values_list("party", flat=True))
    sides = case.respondents if case.refused_by == Side.APPLICANT else case.applicants
    return [party for party in sides if party.pk not in told]


def mediation_of(case: DisputeCase, done: Collection[str]) -> dict[str, Any]:
    """Who mediates, when they meet, and what the people on the case keep for themselves."""
    checked = {item.code: item for item in case.checked_items.all()}
    limit = due_day(case, case.mediation_rule) if case.state in ACCEPTED - {"suspended"} else None
    return {
        "assignments": case.assignments.select_related("officer__user"),
        "recusals": case.recusals.select_related("officer__user") if RECUSALS & set(done) else [],
        "appointments": case.appointments.all() if "propose_meeting" in done else [],
        "tasks": case.tasks.all(),
        "checklist": [(item, checked.get(item.code)) for item in checklist_of(case.category)],
        "notes": case.notes.all(),
        "over": limit if limit and limit < timezone.localdate() else None,
    }


def way_in_list(request: OfficerRequest, case: DisputeCase) -> dict[str, Any]:
    """The case before and the case after this one in the list it was opened from, and the way back to the list."""
    query = request.GET.get("in")
    if query is None:
        return {}
    form = CaseFilter(QueryDict(query), officer=request.officer)
    before, after = form.rows().beside(case, form.ordering)
    return {"list_query": form.query, "before": before, "after": after}
