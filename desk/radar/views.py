"""The pages of employers at risk: the list with its reasons, and the two things a person may do."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.errors import Refused, WrongDuty
from casework.forms import ReasonForm, VerbForm
from desk.models import WATCHERS, EmployerRisk
from desk.radar.actions import draft_letter, proposed_facts, proposed_topic, put_aside
from desk.radar.forms import LetterForm
from organizations.http import OfficerRequest
from organizations.models import Duty

SHOWN = 50
DECIDE = {Duty.SUPERVISOR, Duty.COMMITTEE_DIRECTOR}


@require_GET
def radar(request: OfficerRequest) -> HttpResponse:
    """The fifty employers with the most points, each with the lines that make them."""
    if request.officer.duty not in WATCHERS:
        raise PermissionDenied
    rows = EmployerRisk.objects.visible_to(request.officer).alerts(timezone.localdate()).for_list()
    context = {
        "title": _("Employers at risk"),
        "risks": rows[:SHOWN],
        "most": SHOWN,
        "drafts": request.officer.duty == Duty.SUPERVISOR,
        "decides": request.officer.duty in DECIDE,
    }
    return render(request, "desk/radar.html", context)


def alert(request: OfficerRequest, pk: int) -> EmployerRisk:
    return get_object_or_404(EmployerRisk.objects.visible_to(request.officer).for_list(), pk=pk)


@never_cache
def letter(request: OfficerRequest, pk: int) -> HttpResponse:
    """The proposed letter: a person reads it, changes it, and saves a draft that another one has to sign."""
    found = alert(request, pk)
    if request.officer.duty != Duty.SUPERVISOR:
        raise PermissionDenied
    title = _("Draft a reminder letter")
    if request.method != "POST":
        proposed = {"topic": proposed_topic(found), "facts": proposed_facts(found)}
        return page(request, found, title, form_of(request, LetterForm, initial=proposed))
    form = form_of(request, LetterForm, request.POST)
    if not form.is_valid():
        return page(request, found, title, form, status=422)
    try:
        address = draft_letter(found, by=request.officer, at=form.at, **form.cleaned_data)
    except Refused as refused:
        return page(request, found, title, form, status=409, reasons=refused.reasons)
    messages.success(request, _("Drafted. It goes out when somebody else has reviewed and signed it."))
    return redirect(address)


@never_cache
def aside(request: OfficerRequest, pk: int) -> HttpResponse:
    """No letter is needed now: with the reason."""
    found = alert(request, pk)
    if request.officer.duty not in DECIDE:
        raise PermissionDenied
    title = _("Put the alert aside")
    if request.method != "POST":
        return page(request, found, title, form_of(request, ReasonForm))
    form = form_of(request, ReasonForm, request.POST)
    if not form.is_valid():
        return page(request, found, title, form, status=422)
    try:
        put_aside(found, by=request.officer, at=form.at, **form.cleaned_data)
    except (Refused, WrongDuty) as refused:
        return page(request, found, title, form, status=409, reasons=refused.reasons)
    messages.success(request, _("Done: %(step)s.") % {"step": title})
    return redirect("desk:radar")


def form_of(request: OfficerRequest, form: type[VerbForm], data: Any = None, **given: Any) -> VerbForm:
    return form(data, officer=request.officer, at=timezone.now(), **given)


def page(
    request: OfficerRequest, found: EmployerRisk, title: str, form: VerbForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"title": title, "risk": found, "form": form, "label": title, **more}
    return render(request, "desk/radar_step.html", context, status=status)
