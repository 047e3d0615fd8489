"""Pages of an import: hand in a table, see what is wrong with it, have it imported, fetch what was not taken."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casework.errors import Refused
from casework.importing.forms import ConfirmForm, TableForm
from casework.importing.jobs import confirm, hand_in
from casework.importing.kinds import ImportKind
from casework.models import ImportJob
from casework.pages import list_page
from organizations.http import OfficerRequest

LATER = 2  # seconds until the page asks again how far the work is
BOM = "\ufeff"


def import_routes(prefix: str, namespace: str, kind: ImportKind) -> list[URLPattern]:
    """`<prefix>/…` of one kind of table, the same for all."""
    given = {"kind": kind, "name": f"{namespace}:{kind.name}-import"}
    return [
        path(f"{prefix}/", tables, given, name=f"{kind.name}-imports"),
        path(f"{prefix}/empty/", empty_table, given, name=f"{kind.name}-import-empty"),
        path(f"{prefix}/<int:pk>/", result, given, name=f"{kind.name}-import"),
        path(f"{prefix}/<int:pk>/keep/", keep, given, name=f"{kind.name}-import-keep"),
        path(f"{prefix}/<int:pk>/rejected/", rejected, given, name=f"{kind.name}-import-rejected"),
    ]


def tables(request: OfficerRequest, kind: ImportKind, name: str) -> HttpResponse:
    """The columns, the form, and what was handed in before."""
    insist_on_duty(request, kind)
    form = TableForm(request.POST or None, request.FILES or None) if request.method == "POST" else TableForm()
    if form.is_bound and form.is_valid():
        job = hand_in(kind, upload=form.cleaned_data["table"], by=request.officer, at=timezone.now())
        return redirect(name, job.pk)
    rows = ImportJob.objects.visible_to(request.officer).filter(kind=kind.name).for_list()
    response = list_page(
        request,
        rows,
        "casework/imports.html",
        title=kind.title,
        kind=kind,
        form=form,
        job_url=name,
        blank_table_url=f"{name}-empty",
    )
    response.status_code = 422 if form.is_bound else 200
    return response


@require_safe
def empty_table(request: OfficerRequest, kind: ImportKind, name: str) -> HttpResponse:
    """A table with its header and no row, to be filled in: nobody has to type the names of the columns."""
    insist_on_duty(request, kind)
    header = ",".join(column.name for column in kind.columns)
    response = HttpResponse(f"{BOM}{header}\r\n".encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind.name}.csv"'
    return response


@require_safe
@never_cache
def result(request: OfficerRequest, pk: int, kind: ImportKind, name: str) -> HttpResponse:
    """How far it is, or what came of it. While a worker is at it only the changing part is asked for again."""
    job = found(request, kind, pk)
    template = "casework/parts/import.html" if request.htmx else "casework/import.html"  # type: ignore[attr-defined]
    return render(request, template, shown(request, job, kind, name))


def keep(request: OfficerRequest, pk: int, kind: ImportKind, name: str) -> HttpResponse:
    """Order the import. Whoever merely opens the address is led back to the result."""
    job = found(request, kind, pk)
    if request.method != "POST":
        return redirect(name, pk)
    form = ConfirmForm(request.POST)
    form.full_clean()
    try:
        confirm(job, skip_bad=form.cleaned_data["skip_bad"], by=request.officer, at=timezone.now())
    except Refused as refused:
        page = shown(request, job, kind, name) | {"reasons": refused.reasons}
        return render(request, "casework/import.html", page, status=409)
    return redirect(name, pk)


@require_safe
@never_cache
def rejected(request: OfficerRequest, pk: int, kind: ImportKind, name: str) -> StreamingHttpResponse:
    """The rows that were not taken, with their reasons, until the content is forgotten."""
    job = found(request, kind, pk)
    if not job.parts.filter(content="rejected").exists():
        raise Http404
    text = (part.encode() for part in (BOM, *job.parts_of("rejected")))
    response = StreamingHttpResponse(text, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="rejected-{job.pk}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def found(request: OfficerRequest, kind: ImportKind, pk: int) -> ImportJob:
    """404 for another duty as well: only who may import knows of imports."""
    rows = ImportJob.objects.visible_to(request.officer).filter(kind=kind.name).select_related("org", "by__user")
    return get_object_or_404(rows.select_related("confirmed_by__user"), pk=pk)


def shown(request: OfficerRequest, job: ImportJob, kind: ImportKind, name: str) -> dict[str, Any]:
    list_name = f"{name}s"
    return {
        "title": kind.title,
        "kind": kind,
        "job": job,
        "later": LATER,
        "job_url": reverse(name, args=[job.pk]),
        "keep_url": reverse(f"{name}-keep", args=[job.pk]),
        "rejected_url": reverse(f"{name}-rejected", args=[job.pk]) if has_rejected(job) else "",
        "list_url": reverse(list_name),
        "faults": [{**fault, "column": kind.called(fault["column"])} for fault in job.faults],
        "more": job.bad + job.known > len(job.faults),
        "form": ConfirmForm(),
    }


def has_rejected(job: ImportJob) -> bool:
    return job.phase == ImportJob.Phase.DONE and job.parts.filter(content="rejected").exists()


def insist_on_duty(request: OfficerRequest, kind: ImportKind) -> None:
    if request.officer.duty not in kind.duties:
        raise PermissionDenied(_("Importing belongs to another duty."))
