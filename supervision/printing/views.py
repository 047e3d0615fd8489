"""The document on paper: its pages as pictures, its files, and the public page of verification."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from casework.documents.pdf import page_count, picture_of, stand_ins
from casework.pages import visible
from organizations.http import OfficerRequest
from organizations.login import TooManyAttempts, address_of
from supervision.letters import Letter, text_of
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.printing.companions import (
    OF_DOCUMENT,
    OF_MATTER,
    Companion,
    companion_of_document,
    companion_of_matter,
    offered,
)
from supervision.printing.files import FILES, answer, download, paper
from supervision.printing.sheets import sheet_of, signed_sheet
from supervision.printing.verification import Verified, digest_of, insist_on_measure, verified


@require_GET
@never_cache
def print_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """All pages as they print, with the files to take away."""
    document: SupervisionDocument = visible(request, SupervisionDocument, pk)
    pages = range(1, page_count(sheet_of(document)) + 1)
    context = {"file": document, "pages": pages, "letter": Letter.parse(text_of(document)), "stand_ins": stand_ins()}
    context["papers"] = offered(OF_DOCUMENT, document)
    return render(request, "supervision/print.html", context)


@require_GET
@never_cache
def picture(request: OfficerRequest, pk: int, page: int) -> HttpResponse:
    """One page as a picture: the same drawing as the file."""
    document: SupervisionDocument = visible(request, SupervisionDocument, pk)
    found = picture_of(sheet_of(document), page)
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/png")


@require_GET
@never_cache
def file(request: OfficerRequest, pk: int, form: str) -> HttpResponse:
    """The document as PDF or Word file: sealed when it is, before that with the word that it is a draft."""
    document: SupervisionDocument = visible(request, SupervisionDocument, pk)
    if form not in FILES:
        raise Http404
    return download(document, form)


@require_GET
@never_cache
def for_the_seal(request: OfficerRequest, pk: int) -> HttpResponse:
    """The finished file without the word across it, for whoever puts the seal on elsewhere."""
    document: SupervisionDocument = visible(request, SupervisionDocument, pk)
    if document.state != document.State.APPROVED or document.is_sealed:
        raise Http404
    return answer(document, "pdf", FILES["pdf"].draw(signed_sheet(document), document))


@require_GET
@never_cache
def document_paper(request: OfficerRequest, pk: int, kind: str, form: str) -> HttpResponse:
    """A paper that goes with a document, as PDF or Word file."""
    document: SupervisionDocument = visible(request, SupervisionDocument, pk)
    found = paper_or_404(OF_DOCUMENT, document, kind, form)
    return paper(companion_of_document(found, document), form, f"{document} {found.label}", document.doc_date)


@require_GET
@never_cache
def matter_paper(request: OfficerRequest, pk: int, kind: str, form: str) -> HttpResponse:
    """A paper that goes with a matter, as PDF or Word file."""
    matter: SupervisionMatter = visible(request, SupervisionMatter, pk)
    found = paper_or_404(OF_MATTER, matter, kind, form)
    return paper(companion_of_matter(found, matter), form, f"{matter} {found.label}")


def paper_or_404(papers: dict[str, Companion], about: Any, kind: str, form: str) -> Companion:
    if kind not in papers or form not in FILES or papers[kind].ready(about):
        raise Http404
    return papers[kind]


class VerifyForm(forms.Form):
    """The file to compare, or the code on the paper."""

    code = forms.CharField(label=gettext_lazy("Code on the document"), max_length=24)
    file = forms.FileField(
        label=gettext_lazy("File to compare"),
        required=False,
        help_text=gettext_lazy("It is compared and not kept. You may also drop it here."),
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """Public. Number, date, status and hash of the document with that code; a file is compared with it."""
    form = VerifyForm(request.POST or None, request.FILES or None, initial={"code": code})
    if not form.is_bound and not code:
        return render(request, "supervision/verify.html", {"form": form})
    if form.is_bound and not form.is_valid():
        return render(request, "supervision/verify.html", {"form": form}, status=422)
    try:
        insist_on_measure(address_of(request), timezone.localdate())
    except TooManyAttempts as refused:
        words = _("Too many attempts. Please try again later, or call 12351.")
        response = render(request, "supervision/verify.html", {"form": form, "refusal": words}, status=429)
        response["Retry-After"] = str(refused.retry_after)
        return response
    return answered(request, form, code)


def answered(request: HttpRequest, form: VerifyForm, code: str) -> HttpResponse:
    typed: dict[str, Any] = form.cleaned_data if form.is_bound else {"code": code, "file": None}
    found = verified(typed["code"].strip(), timezone.localdate())
    if found is None:
        words = _("There is no document with this code. Please compare it with the paper, sign by sign.")
        return render(request, "supervision/verify.html", {"form": form, "refusal": words}, status=404)
    context = {"form": form, "found": found, "code": typed["code"], "compared": compared(found, typed["file"])}
    return render(request, "supervision/verify.html", context)


def compared(found: Verified, upload: object) -> str:
    """ "same", "other", or nothing when no file was handed in."""
    if not upload:
        return ""
    return "same" if found.matches(digest_of(upload.chunks())) else "other"  # type: ignore[attr-defined]
