"""The pages of dispute cases."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import SavedView
from casework.pages import creation_page, file_page, list_page, step_page, visible
from casework.views import MAY_REVEAL
from disputes.columns import PAGE, columns_of
from disputes.forms import CaseFilter
from disputes.models import DisputeCase
from disputes.querysets import READERS
from disputes.verbs import CREATION, VERBS
from disputes.workflow import COUNTER, WORKFLOW
from organizations.http import OfficerRequest
from organizations.models import Duty

MAY_ASSIGN = WORKFLOW.steps["assign"].duties
WINDOWS = {"agreement.judicial_confirmation", "agreement.arbitral_review"}


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
    words = {"title": _("No case here"), "text": _("Show all cases, or take a new application.")}
    way = {"url": reverse("disputes:cases-new"), "link": _("New case")} if may_create else {}
    return words | way


def new_case(request: OfficerRequest) -> HttpResponse:
    """The application: at the counter, from a court, from the HR office or online."""
    if request.officer.duty not in COUNTER:
        raise PermissionDenied
    return creation_page(request, CREATION, "cases/new", "disputes/new_case.html", title=_("New case"))


def case_page(request: OfficerRequest, pk: int) -> HttpResponse:
    case: DisputeCase = visible(request, DisputeCase, pk)
    deadlines = list(case.deadlines.select_related("rule").prefetch_related("pauses"))
    for deadline in deadlines:
        deadline.file = case
    windows = [deadline for deadline in deadlines if deadline.rule.code in WINDOWS]
    lapsed = [window for window in windows if window.met_on is None and window.due_on < timezone.localdate()]
    reveal = reverse("disputes:cases-reveal", args=[pk]) if request.officer.duty in MAY_REVEAL else ""
    return file_page(
        request,
        case,
        "disputes/case.html",
        **way_in_list(request, case),
        # A window nobody used has simply ended: the union is not late.
        deadlines=[deadline for deadline in deadlines if deadline not in lapsed],
        windows=[(window, window in lapsed) for window in windows],
        claims=case.claims.select_related("category__parent"),
        meetings=case.meetings.all(),
        agreement=getattr(case, "agreement", None),
        instalments=case.instalments.prefetch_related("payments"),
        supplements=case.supplement_requests.all(),
        recusals=case.recusals.select_related("officer__user"),
        reveal_url=reveal,
    )


def way_in_list(request: OfficerRequest, case: DisputeCase) -> dict[str, Any]:
    """The case before and the case after this one in the list it was opened from, and the way back to the list."""
    query = request.GET.get("in")
    if query is None:
        return {}
    form = CaseFilter(QueryDict(query), officer=request.officer)
    before, after = form.rows().beside(case, form.ordering)
    return {"list_query": form.query, "before": before, "after": after}


def settlement(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """Agreement or settlement, with the claims beside the form."""
    return step_page(request, visible(request, DisputeCase, pk), VERBS, verb, "disputes/settlement.html")
