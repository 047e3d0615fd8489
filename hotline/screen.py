"""The call screen, and the parts of it that are fetched while somebody talks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from casework.fields import DayField, PhoneField
from casework.pages import creation_page, mark_of, typed
from hotline.forms import RegisterForm
from hotline.models import CallRecord
from hotline.prompts import Limitation, limitation_from, prompts_for
from hotline.views.calls import HOTLINE, contacts_of
from hotline.views.sources import Source, leads_elsewhere, source_of
from organizations.http import OfficerRequest
from organizations.models import Officer

RECENT_DAYS = 30
SHOWN_CONTACTS = 5
TEMPLATE = "hotline/call_form.html"


@never_cache
def new_call(request: OfficerRequest) -> HttpResponse:
    """The form, the draft of it, or what was typed with what is wrong about it."""
    if request.officer.duty not in HOTLINE:
        raise PermissionDenied
    source = source_of(request)
    if elsewhere := leads_elsewhere(request, source):
        return elsewhere
    side = {"title": _("Call registration"), "non_cases": CallRecord.NonCase.choices, "source": source}
    side |= {"entry": source.entry(request), **side_of(request.officer, source.seen(request))}
    if "lookup" in request.POST:
        return looked_up(request, source, side)
    return creation_page(request, source.verb, source.key, TEMPLATE, initial=source.initial, given=source.given, **side)


def looked_up(request: OfficerRequest, source: Source, side: dict[str, Any]) -> HttpResponse:
    """The same form with everything typed, after the number was looked up without script."""
    initial = typed(RegisterForm, request.POST)
    form = RegisterForm(officer=request.officer, at=timezone.now(), initial=initial)
    return render(request, TEMPLATE, {**side, "form": form, "draft_key": source.key, "mark": mark_of(request)})


def side_of(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    """Both side columns for what is typed so far."""
    return {
        **contacts_by(officer, seen.get("caller_phone", "")),
        **prompts_by(seen.get("category", "")),
        "limitation": limitation_by(officer, seen.get("occurred_on", "")),
    }


def contacts_by(officer: Officer, text: str) -> dict[str, Any]:
    phone = cleaned(PhoneField(required=False), text)
    if not phone:
        return {"contacts": [], "asked": False}
    found = list(contacts_of(officer, phone)[:SHOWN_CONTACTS])
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    recent = contacts_of(officer, phone).filter(started_at__gte=since).count()
    return {"contacts": found, "asked": True, "times": recent + 1, "days": RECENT_DAYS}


def prompts_by(category: str) -> dict[str, Any]:
    return {"prompts": prompts_for(category) if category else [], "always": prompts_for("")}


def limitation_by(officer: Officer, text: str) -> Limitation | None:
    day: date | None = cleaned(DayField(required=False, starts_today=False), text)
    if day is None:
        return None
    return limitation_from(day, officer.org.region if officer.org else None, timezone.localdate())


def cleaned(field: Any, text: str) -> Any:
    """What the field makes of the text; nothing while it is not yet right."""
    field.today = timezone.localdate()
    try:
        return field.clean(text)
    except ValidationError:
        return None


def part(request: OfficerRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    if request.officer.duty not in HOTLINE:
        raise PermissionDenied
    return render(request, template, context)


@never_cache
@require_POST
def contacts(request: OfficerRequest) -> HttpResponse:
    """Earlier contacts of a number. By POST, as a number must not stand in an address."""
    return part(
        request, "hotline/parts/contacts.html", contacts_by(request.officer, request.POST.get("caller_phone", ""))
    )


@require_POST
def prompts(request: OfficerRequest) -> HttpResponse:
    return part(request, "hotline/parts/prompts.html", prompts_by(request.POST.get("category", "")))


@require_POST
def limitation(request: OfficerRequest) -> HttpResponse:
    found = limitation_by(request.officer, request.POST.get("occurred_on", ""))
    return part(request, "hotline/parts/limitation.html", {"limitation": found})
