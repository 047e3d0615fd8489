"""The file of a matter: its papers in their order, and the whole of it as one ZIP."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.actions import take_out
from casework.documents.pdf import NotPrintable
from casework.packing import absent, packed
from casework.pages import visible
from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.dossier.contents import contents_of, not_counted, pages_known
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
        "pages": pages_known(entries),
        "uncounted": not_counted(entries),
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
    entries = contents_of(matter)
    if lost := absent(entries):
        words = _("These papers cannot be read at present: %(papers)s. Please tell the administrator.")
        return page(request, matter, [words % {"papers": _(", ").join(entry.paper.title for entry in lost)}])
    try:
        cover = cover_of(matter, entries)
    except NotPrintable as error:
        return page(request, matter, [_("No font here can print “%(signs)s”.") % {"signs": error.signs}])
    take_out(matter, by=request.officer, at=timezone.now())
    response = StreamingHttpResponse(packed(cover, entries), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="matter-{matter.pk}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
