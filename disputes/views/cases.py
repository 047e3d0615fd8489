"""The pages of dispute cases."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import creation_page, file_page, list_page, step_page, visible
from casework.views import MAY_REVEAL
from disputes.forms import CaseFilter
from disputes.models import DisputeCase
from disputes.querysets import READERS
from disputes.related import related
from disputes.verbs import CREATION, VERBS
from disputes.workflow import COUNTER
from organizations.http import OfficerRequest
from organizations.models import Duty

WINDOWS = {"agreement.judicial_confirmation", "agreement.arbitral_review"}


def cases(request: OfficerRequest) -> HttpResponse:
    """The cases an officer may know of, the newest first, each with its next day and next step."""
    if request.officer.duty not in READERS | {Duty.MEDIATOR}:
        raise PermissionDenied
    form = CaseFilter(request.GET)
    rows = form.narrow(DisputeCase.objects.visible_to(request.officer), request.officer, timezone.localdate())
    may_create = request.officer.duty in COUNTER
    return list_page(
        request,
        rows.for_list(),
        "disputes/cases.html",
        title=_("Dispute cases"),
        filter_form=form,
        may_create=may_create,
        empty=nothing_here(may_create),
    )


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
        related=related(case, request.officer),
    )


def settlement(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """Agreement or settlement, with the claims beside the form."""
    return step_page(request, visible(request, DisputeCase, pk), VERBS, verb, "disputes/settlement.html")
