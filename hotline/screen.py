"""The call screen, and the parts of it that are fetched while somebody talks."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Window
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from casework.fields import PhoneField
from casework.pages import creation_page, mark_of, typed
from hotline.aside import ASKS, aside_of, asked, cleaned, part
from hotline.forms import RegisterForm
from hotline.models import CallerFlag, CallRecord
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
    beside = partial(side_of, request, source)
    if ASKS & request.POST.keys():
        return looked_up(request, source, beside())
    given: dict[str, Any] = {"initial": source.initial, "given": source.given, "beside": beside}
    return offer_code(request, creation_page(request, source.verb, source.key, TEMPLATE, **given))


def offer_code(request: OfficerRequest, response: HttpResponse) -> HttpResponse:
    """An anonymous caller who asked for something is offered a query code at once, while still on the line."""
    asked = "anonymous" in request.POST and not request.POST.get("non_case")
    return redirect(f"{response.url}issue_code/") if asked and isinstance(response, HttpResponseRedirect) else response


def looked_up(request: OfficerRequest, source: Source, side: dict[str, Any]) -> HttpResponse:
    """The same form with everything typed, after something beside it was asked for without script."""
    initial = typed(RegisterForm, request.POST)
    side = {**side, **asked(request, initial)}
    form = RegisterForm(officer=request.officer, at=timezone.now(), initial=initial)
    return render(request, TEMPLATE, {**side, "form": form, "draft_key": source.key, "mark": mark_of(request)})


def side_of(request: OfficerRequest, source: Source) -> dict[str, Any]:
    """What stands around the form for what is typed so far: bar, both columns."""
    officer, seen = request.officer, source.seen(request)
    return {
        "title": _("Call registration"),
        "non_cases": CallRecord.NonCase.choices,
        "source": source,
        "entry": source.entry(request),
        **contacts_by(officer, seen),
        **aside_of(officer, seen),
    }


def contacts_by(officer: Officer, seen: QueryDict) -> dict[str, Any]:
    """Earlier contacts and flags of the number and of the person; of who wishes to stay anonymous neither."""
    phone = cleaned(PhoneField(required=False), seen.get("caller_phone", "")) or ""
    person = seen.get("caller_id_number", "").strip().upper()
    if "anonymous" in seen or not (phone or person):
        return {"contacts": [], "asked": False, "anonymous": "anonymous" in seen}
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    lately = Window(Count("pk", filter=Q(started_at__gte=since)))
    recent = list(contacts_of(officer, phone, person).annotate(lately=lately)[:SHOWN_CONTACTS])
    flags = CallerFlag.objects.visible_to(officer).of_person(phone, person).in_force(timezone.localdate())
    return {
        "contacts": recent,
        "do_not_call": any(call.do_not_call for call in recent),
        "flags": list(flags),
        "asked": True,
        "times": (recent[0].lately if recent else 0) + 1,
        "days": RECENT_DAYS,
    }


@never_cache
@require_POST
def contacts(request: OfficerRequest) -> HttpResponse:
    """Earlier contacts of a number or person. By POST, as neither may stand in an address."""
    return part(request, "hotline/parts/contacts.html", contacts_by(request.officer, request.POST))
