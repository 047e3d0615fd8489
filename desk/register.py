"""Pages of the register of employers, and the parts of other pages that are fetched while somebody types."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from casework.errors import Refused, StaleFile
from casework.models import Employer
from casework.pages import list_page
from casework.verbs import version_in
from desk import dossier
from desk.context import UNION_STAFF
from desk.employers import EmployerFilter
from desk.models import WATCHERS
from desk.register_verbs import VERBS, offers, take
from desk.sightings import sightings, suggestions
from organizations.http import OfficerRequest

LONGEST = 100


def insist_on_staff(request: OfficerRequest) -> None:
    if request.officer.duty not in UNION_STAFF:
        raise PermissionDenied


@require_GET
def employers(request: OfficerRequest) -> HttpResponse:
    """The register, newest entries first, or the entries nearest to what is typed."""
    insist_on_staff(request)
    form = EmployerFilter(request.GET)
    empty = {
        "title": _("No employer matches"),
        "text": _("Employers are entered with the first call, case or letter that names them."),
        "url": reverse("desk:employers"),
        "link": _("All employers"),
    }
    rows = form.rows(request.officer)
    more: dict[str, Any] = {"filter_form": form, "empty": empty, "watches": request.officer.duty in WATCHERS}
    return list_page(request, rows, "desk/employers.html", title=_("Employers"), **more)


def entry(request: OfficerRequest, pk: int) -> Employer:
    return get_object_or_404(Employer.objects.visible_to(request.officer).for_list(), pk=pk)


@require_GET
def employer(request: OfficerRequest, pk: int) -> HttpResponse:
    """One employer with every file about it in this officer's scope."""
    found = entry(request, pk)
    context = {
        "title": found.name,
        "employer": found,
        "panels": dossier.panels(found, request.officer),
        "money": dossier.money(found, request.officer),
        "offers": offers(request.officer, found),
        **dossier.known_as(found),
    }
    return render(request, "desk/employer.html", context)


@never_cache
def step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """Correct, join, separate: each with a reason."""
    found = entry(request, pk)
    if verb not in VERBS:
        raise Http404
    chosen = VERBS[verb]
    if request.officer.duty not in chosen.duties:
        raise PermissionDenied(_("The register of employers is kept by another duty."))
    page: dict[str, Any] = {"file": found, "label": chosen.label, "version": found.version}
    given: dict[str, Any] = {"officer": request.officer, "file": found, "at": timezone.now()}
    if request.method != "POST":
        proposed = {"into": request.GET["into"]} if request.GET.get("into", "").isdecimal() else None
        return render(request, "desk/employer_step.html", {**page, "form": chosen.form(initial=proposed, **given)})
    form = chosen.form(request.POST, **given)
    if not form.is_valid():
        return render(request, "desk/employer_step.html", {**page, "form": form}, status=422)
    try:
        version = version_in(request.POST.get("version", ""))
        done = take(chosen, found, by=request.officer, at=form.at, version=version, **form.cleaned_data)
    except StaleFile:
        words = _("Somebody else has changed this entry meanwhile. Please look at it again.")
        return render(request, "desk/employer_step.html", {**page, "form": form, "reasons": [words]}, status=409)
    except Refused as refused:
        return render(
            request, "desk/employer_step.html", {**page, "form": form, "reasons": refused.reasons}, status=409
        )
    messages.success(request, _("Done: %(step)s.") % {"step": chosen.label})
    return redirect(done.head)


@require_POST
@never_cache
def suggest(request: OfficerRequest) -> HttpResponse:
    """The entries nearest to what is typed. By POST: a telephone number must not stand in an address."""
    insist_on_staff(request)
    found = suggestions(request.officer, request.POST.get("text", "")[:LONGEST])
    return render(request, "desk/parts/suggestions.html", {"suggestions": found})


@require_POST
@never_cache
def sighted(request: OfficerRequest) -> HttpResponse:
    """The card of the same employer for what is typed so far."""
    insist_on_staff(request)
    typed = {
        name: request.POST.get(name, "")[:200].strip() for name in ("employer_name", "place", "region", "employer")
    }
    return render(request, "desk/parts/same_employer.html", card(request.officer, **typed))


def card(officer: Any, *, employer_name: str, place: str, region: str, employer: str) -> dict[str, Any]:
    chosen = int(employer) if employer.isdecimal() and len(employer) < 16 else None
    found = sightings(officer, employer_name, place, region, chosen) if employer_name or chosen else []
    return {"sightings": found, "asked": bool(employer_name or chosen)}
