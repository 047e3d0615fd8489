"""Pages of the reports a union files: what is filed, one report, its papers, and what has changed since."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casework.documents.pdf import pdf_of
from casework.pages import file_page, step_page, visible
from casework.words import instant
from organizations.http import OfficerRequest
from reports.actions.filings import adjustments
from reports.files import listing, unmarked
from reports.filings import overview
from reports.filings.book import book_of
from reports.filings.cells import Cell, CellForm, addresses, changed_since, filed
from reports.filings.content import content_of
from reports.filings.csv_file import csv_of
from reports.filings.differences import differences
from reports.filings.kinds import CURRENT, TEXTS
from reports.filings.paper import paper_of
from reports.filings.shown import grids, side_by_side
from reports.models import Filing
from reports.question import READERS
from reports.verbs import FILING_VERBS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@never_cache
def filings(request: OfficerRequest) -> HttpResponse:
    """What the own union and those below have filed, and what is missing."""
    if request.officer.duty not in READERS:
        raise PermissionDenied
    officer, today = request.officer, timezone.localdate()
    form = overview.OverviewForm(request.GET, officer, today)
    kind, year = form.chosen
    periods = overview.periods(kind, year, today)
    rows = overview.rows(officer, kind, periods, today, of_counties=form.of_counties)
    context = {
        "title": _("Reports filed"),
        "form": form,
        "heads": overview.heads(kind, periods),
        "rows": [row for row in rows if not (form.only_missing and row.is_complete)],
        "sent": sum(row.sent for row in rows),
        "owed": sum(row.owed for row in rows),
        "waiting": Filing.objects.visible_to(officer).waiting_for(officer).for_list(),
    }
    return render(request, "reports/filings.html", context)


@never_cache
def filing_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """The report: frozen once it was made, before that as it would be now."""
    filing: Filing = visible(request, Filing, pk)
    content = filing.snapshot.content if filing.snapshot else None
    today = timezone.localdate()
    shown = content or content_of(filing, by=request.officer, today=today)
    address = addresses(filing, request.officer, today)
    heads, lines = side_by_side(shown, address)
    context = {"title": filing.title, "content": content, "heads": heads, "lines": lines}
    context["grids"] = grids(shown, address)
    return file_page(request, filing, "reports/filing.html", texts=texts_of(filing), **context)


def texts_of(filing: Filing) -> list[tuple[Any, str]]:
    written = filing.snapshot.texts if filing.snapshot else {}
    return [(TEXTS[name], text) for name, text in written.items()]


@never_cache
def make(request: OfficerRequest, pk: int) -> HttpResponse:
    """The form with what former reports would say differently today beside it."""
    filing: Filing = visible(request, Filing, pk)
    own = filing.org_id == request.officer.org_id
    changed = adjustments(filing, by=request.officer, at=timezone.now()) if own else []
    return step_page(request, filing, FILING_VERBS, "make", "reports/make.html", changed=changed)


@require_safe
@never_cache
def changes(request: OfficerRequest, pk: int) -> HttpResponse:
    """The difference sheet: every cell that would be another if the report were made now."""
    filing = frozen(request, pk)
    today = timezone.localdate()
    found = differences(filing, filing.snapshot, by=request.officer, today=today)
    address = addresses(filing, request.officer, today)
    linked = [{**one.as_data(), "url": address(CURRENT, one.row, one.figure, 1)} for one in found]
    context = {"title": _("Differences since the report was made"), "file": filing, "found": linked}
    return render(request, "reports/differences.html", {**context, "as_of": timezone.now()})


@require_safe
@never_cache
def cell(request: OfficerRequest, pk: int) -> HttpResponse:
    """The files behind one number of the report, as they are now, and what is no longer as it was filed."""
    filing: Filing = visible(request, Filing, pk)
    form = CellForm(request.GET, filing)
    if not form.is_valid():
        raise Http404
    typed = form.cleaned_data
    chosen = Cell(filing, typed["table"], typed["row"], typed["figure"])
    try:
        number = chosen.number(request.officer, timezone.localdate())
    except LookupError as error:
        raise Http404 from error
    marked = changed_since(filing.snapshot.counted_at) if filing.snapshot else unmarked
    return listing(request, number, typed["part"] or 0, marked, filing=filing, filed=filed(chosen, number))


@require_safe
@never_cache
def workbook(request: OfficerRequest, pk: int) -> HttpResponse:
    filing = frozen(request, pk)
    return file(book_of(filing, watermark(request)), XLSX, filing, "xlsx")


@require_safe
@never_cache
def comma_separated(request: OfficerRequest, pk: int) -> HttpResponse:
    filing = frozen(request, pk)
    return file(csv_of(filing), "text/csv; charset=utf-8", filing, "csv")


@require_safe
@never_cache
def paper(request: OfficerRequest, pk: int) -> HttpResponse:
    filing = frozen(request, pk)
    day = timezone.localdate(filing.snapshot.counted_at)
    return file(pdf_of(paper_of(filing), day), "application/pdf", filing, "pdf")


def frozen(request: OfficerRequest, pk: int) -> Filing:
    """404 too while there are no frozen numbers."""
    filing: Filing = visible(request, Filing, pk)
    if filing.snapshot is None:
        raise Http404
    return filing


def watermark(request: OfficerRequest) -> str:
    """Who took the file, and when."""
    return f"{request.officer.name} {instant(timezone.now())}"


def file(data: bytes, content_type: str, filing: Filing, extension: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    name = f"{filing.org.region_id}-{filing.kind}-{filing.first_on}-r{filing.snapshot.revision}.{extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
