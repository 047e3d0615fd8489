"""The file of a matter: its papers in their order, and the whole of it as one ZIP."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.contents import counted
from casework.errors import Refused
from casework.handing_out import handed_out
from casework.pages import visible
from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.dossier.contents import contents_of
from supervision.dossier.cover import cover_of
from supervision.models import SupervisionMatter

MAY_TAKE_OUT = {Duty.SUPERVISOR, Duty.COMMITTEE_DIRECTOR, Duty.LIAISON, Duty.ARCHIVIST}


@require_GET
def dossier(request: OfficerRequest, pk: int) -> HttpResponse:
    return page(request, visible(request, SupervisionMatter, pk))


def page(request: OfficerRequest, matter: SupervisionMatter, reasons: list[str] | None = None) -> HttpResponse:
    entries = contents_of(matter)
    context = {
        "file": matter,
        "entries": entries,
        **counted(entries),
        "may_take_out": request.officer.duty in MAY_TAKE_OUT,
        "reasons": reasons,
    }
    return render(request, "supervision/dossier.html", context, status=409 if reasons else 200)


@never_cache
def dossier_zip(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """Taken out by a form, as it leaves an event; nothing is sent when a paper is missing on the disk."""
    matter: SupervisionMatter = visible(request, SupervisionMatter, pk)
    if request.method != "POST":
        return redirect("supervision:matters-dossier", pk=pk)
    if request.officer.duty not in MAY_TAKE_OUT:
        raise PermissionDenied
    try:
        return handed_out(matter, contents_of(matter), cover_of, by=request.officer, at=timezone.now())
    except Refused as refused:
        return page(request, matter, refused.reasons)
