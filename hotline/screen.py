"""The call screen, and the parts of it that are fetched while somebody talks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from casework.fields import PhoneField
from casework.pages import creation_page, mark_of, typed
from casework.safekeeping import draft_of
from hotline.aside import ASKS, aside_of, asked, cleaned, part
from hotline.forms import RegisterForm
from hotline.models import CallRecord
from hotline.verbs import REGISTER
from hotline.views.calls import DRAFT_KEY, HOTLINE, contacts_of
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
    seen = request.POST if request.method == "POST" else draft_of(request.user, DRAFT_KEY) or QueryDict()
    side = {"title": _("Call registration"), "non_cases": CallRecord.NonCase.choices, **side_of(request.officer, seen)}
    if ASKS & request.POST.keys():
        return looked_up(request, side)
    return creation_page(request, REGISTER, DRAFT_KEY, TEMPLATE, **side)


def looked_up(request: OfficerRequest, side: dict[str, Any]) -> HttpResponse:
    """The same form with everything typed, after something beside it was asked for without script."""
    initial = typed(RegisterForm, request.POST)
    side = {**side, **asked(request, initial)}
    form = RegisterForm(officer=request.officer, at=timezone.now(), initial=initial)
    return render(request, TEMPLATE, {**side, "form": form, "draft_key": DRAFT_KEY, "mark": mark_of(request)})


def side_of(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    """Both side columns for what is typed so far."""
    return {
        **contacts_by(officer, seen.get("caller_phone", "")),
        **aside_of(officer, seen),
    }


def contacts_by(officer: Officer, text: str) -> dict[str, Any]:
    phone = cleaned(PhoneField(required=False), text)
    if not phone:
        return {"contacts": [], "asked": False}
    found = list(contacts_of(officer, phone)[:SHOWN_CONTACTS])
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    recent = contacts_of(officer, phone).filter(started_at__gte=since).count()
    return {"contacts": found, "asked": True, "times": recent + 1, "days": RECENT_DAYS}


@never_cache
@require_POST
def contacts(request: OfficerRequest) -> HttpResponse:
    """Earlier contacts of a number. By POST, as a number must not stand in an address."""
    return part(
        request, "hotline/parts/contacts.html", contacts_by(request.officer, request.POST.get("caller_phone", ""))
    )
