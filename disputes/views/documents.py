"""The documents of a case: what can be made, how it will look, what was issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.documents.pdf import pictures_of
from casework.documents.sheet import Sheet
from casework.pages import visible
from disputes.documents.kinds import KINDS, CaseDocumentKind
from disputes.documents.sheets import sheet_of, template_of
from disputes.forms.documents import IssueForm
from disputes.models import DisputeCase
from organizations.http import OfficerRequest


@dataclass(frozen=True)
class Offered:
    """A document in the list: whether it can be made now, and the ones issued."""

    kind: CaseDocumentKind
    reason: str
    issued: list[Any]


@require_GET
def documents(request: OfficerRequest, pk: int) -> HttpResponse:
    case: DisputeCase = visible(request, DisputeCase, pk)
    rows = list(case.documents.select_related("pdf__blob", "word__blob", "issued_by__user", "party__employer"))
    offered = [Offered(kind, kind.ready(case), [r for r in rows if r.kind == kind.code]) for kind in KINDS.values()]
    return render(request, "disputes/documents.html", {"file": case, "offered": offered})


@require_GET
@never_cache
def preview(request: OfficerRequest, pk: int, kind: str) -> HttpResponse:
    """The document as it will print, with people masked and everything that is missing marked."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    chosen = kind_or_404(kind)
    form = IssueForm(officer=request.officer, at=timezone.now(), file=case, initial=initial_of(request, chosen))
    about = about_of(request, case, chosen)
    sheet = None if (chosen.needs and not about) or chosen.ready(case) else draft(case, chosen, about)
    pages = range(1, len(pictures_of(sheet)) + 1) if sheet else []
    context = {"file": case, "kind": chosen, "form": form, "sheet": sheet, "pages": pages, "about": about}
    return render(request, "disputes/document_preview.html", {**context, "reason": chosen.ready(case)})


@require_GET
@never_cache
def preview_page(request: OfficerRequest, pk: int, kind: str, page: int) -> HttpResponse:
    """One page of the preview as a picture."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    chosen = kind_or_404(kind)
    about = about_of(request, case, chosen)
    if (chosen.needs and not about) or chosen.ready(case):
        raise Http404
    pictures = pictures_of(draft(case, chosen, about))
    if not 1 <= page <= len(pictures):
        raise Http404
    return HttpResponse(pictures[page - 1], content_type="image/png")


def kind_or_404(code: str) -> CaseDocumentKind:
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def initial_of(request: OfficerRequest, kind: CaseDocumentKind) -> dict[str, Any]:
    return {"kind": kind.code, kind.needs: request.GET.get(kind.needs)} if kind.needs else {"kind": kind.code}


def about_of(request: OfficerRequest, case: DisputeCase, kind: CaseDocumentKind) -> dict[str, Any]:
    """The addressee or the meeting chosen; the only one there is, when none was chosen yet."""
    if not kind.needs:
        return {}
    rows = case.parties.all() if kind.needs == "party" else case.meetings.all()
    wanted = request.GET.get(kind.needs, "")
    if wanted:
        return {kind.needs: get_object_or_404(rows, pk=wanted)} if wanted.isdecimal() and len(wanted) < 19 else {}
    found = rows.first()
    return {kind.needs: found} if found else {}


def draft(case: DisputeCase, kind: CaseDocumentKind, about: dict[str, Any]) -> Sheet:
    today = timezone.localdate()
    return sheet_of(template_of(kind, case, today), case, today, **about)
