"""The case file: its papers in their order, what is missing, and the whole of it as one ZIP."""

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
from disputes.dossier.completeness import needed_for
from disputes.dossier.contents import contents_of
from disputes.dossier.cover import cover_of
from disputes.dossier.story import story_of
from disputes.models import DisputeCase
from organizations.http import OfficerRequest
from organizations.models import Duty

# Who may take the file out as a whole: it names the parties in full.
MAY_TAKE_OUT = {Duty.CASE_OFFICER, Duty.MEDIATOR, Duty.COMMITTEE_DIRECTOR, Duty.ARCHIVIST}


@require_GET
def dossier(request: OfficerRequest, pk: int) -> HttpResponse:
    return page(request, visible(request, DisputeCase, pk))


def page(request: OfficerRequest, case: DisputeCase, reasons: list[str] | None = None) -> HttpResponse:
    entries = contents_of(case)
    context = {
        "file": case,
        "entries": entries,
        **counted(entries),
        "needed": needed_for(case, timezone.localdate()),
        "may_take_out": request.officer.duty in MAY_TAKE_OUT and not case.destroyed_on,
        "reasons": reasons,
    }
    return render(request, "disputes/dossier.html", context, status=409 if reasons else 200)


@never_cache
def dossier_zip(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """Taken out by a form, as it leaves an event; nothing is sent when a paper is missing on the disk."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    if request.method != "POST":
        return redirect("disputes:cases-dossier", pk=pk)
    if request.officer.duty not in MAY_TAKE_OUT:
        raise PermissionDenied
    try:
        return handed_out(case, contents_of(case), cover_of, by=request.officer, at=timezone.now())
    except Refused as refused:
        return page(request, case, refused.reasons)


@require_GET
@never_cache
def story(request: OfficerRequest, pk: int) -> HttpResponse:
    """The case on a page for the joint meeting, people masked."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    response = HttpResponse(story_of(case, timezone.localdate()), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="case-{case.pk}-story.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
