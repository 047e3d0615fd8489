"""Pages of exports: order one, see how far it is, fetch it; the auditor sees who had what made."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from casework.errors import Refused
from casework.pages import list_page
from organizations.http import OfficerRequest
from organizations.models import Duty
from reports.actions import fetch, order
from reports.exports.forms import ExportForm
from reports.models import ExportJob
from reports.question import READERS

LATER = 2  # seconds until the page asks again how far the work is


@never_cache
def exports(request: OfficerRequest) -> HttpResponse:
    """The form, and what was ordered before."""
    officer, now = request.officer, timezone.now()
    if officer.duty not in READERS | {Duty.AUDITOR}:
        raise PermissionDenied
    form, status, reasons = None, 200, []
    if officer.duty in READERS:
        form = ExportForm(request.POST if request.method == "POST" else None, officer=officer, at=now)
    elif request.method == "POST":
        raise PermissionDenied
    if form and form.is_bound:
        status = 422
        if form.is_valid():
            try:
                return redirect("reports:export", order(by=officer, at=now, **form.cleaned_data).pk)
            except Refused as refused:
                status, reasons = 409, refused.reasons
    rows = ExportJob.objects.visible_to(officer).for_list()
    title = _("Exports")
    response = list_page(request, rows, "reports/exports.html", title=title, form=form, reasons=reasons)
    response.status_code = status
    return response


@require_safe
@never_cache
def export(request: OfficerRequest, pk: int) -> HttpResponse:
    """How far it is, or where to fetch it. While a worker is at it only the changing part is asked for again."""
    template = "reports/parts/export.html" if request.htmx else "reports/export.html"  # type: ignore[attr-defined]
    return render(request, template, shown(request, found(request, pk)))


def shown(request: OfficerRequest, job: ExportJob) -> dict[str, object]:
    now = timezone.now()
    return {
        "title": str(job),
        "job": job,
        "later": LATER,
        "job_url": reverse("reports:export", args=[job.pk]),
        "fetches": job.fetches.select_related("by__user").order_by("-pk"),
        "forgotten": job.phase == ExportJob.Phase.DONE and (job.expires_at <= now or not job.parts.exists()),
        "own": job.by.user_id == request.officer.user_id,
    }


@require_POST
@never_cache
def file(request: OfficerRequest, pk: int) -> HttpResponse | StreamingHttpResponse:
    """The table; each time somebody fetches it leaves a row."""
    job = found(request, pk)
    try:
        fetch(job, by=request.officer, at=timezone.now())
    except Refused as refused:
        page = {**shown(request, job), "reasons": refused.reasons}
        return render(request, "reports/export.html", page, status=409)
    response = StreamingHttpResponse(pieces(job), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{job.kind}-{job.first_on}-{job.last_on}.{job.form}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def pieces(job: ExportJob) -> Iterator[bytes]:
    return (base64.b64decode(piece) for piece in job.pieces())


def found(request: OfficerRequest, pk: int) -> ExportJob:
    rows = ExportJob.objects.visible_to(request.officer).select_related("org", "by__user")
    return get_object_or_404(rows, pk=pk)
