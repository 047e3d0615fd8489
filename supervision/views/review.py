"""The review: what changed since the last version and against the template, comments paragraph by paragraph."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.pages import file_page, step_page, visible
from casework.workflow import Act
from organizations.http import OfficerRequest
from supervision.comparison import compared, template_text
from supervision.models import DocumentVersion, ReviewComment, SupervisionDocument
from supervision.verbs import DOCUMENT_VERBS

AGAINST = [("version", _("Last version")), ("template", _("Template")), ("text", _("Text only"))]


def review(request: OfficerRequest, pk: int) -> HttpResponse:
    """The version under review, or the last one that was."""
    found: SupervisionDocument = visible(request, SupervisionDocument, pk)
    act = Act(request.officer, timezone.now())
    versions = list(found.versions.select_related("by__user"))
    version = versions[-1] if versions else None
    earlier = versions[-2] if len(versions) > 1 else None
    against = request.GET.get("against", "")
    if against not in dict(AGAINST):
        against = "version" if earlier else "template"
    return file_page(
        request,
        found,
        "supervision/review.html",
        version=version,
        earlier=earlier,
        versions=versions,
        against=against,
        choices=AGAINST,
        paragraphs=paragraphs(found, version, earlier, against) if version else [],
        may_comment=any(offer.verb == "comment" and offer.allowed for offer in found.offers(act)),
    )


def paragraphs(
    document: SupervisionDocument, version: DocumentVersion, earlier: DocumentVersion | None, against: str
) -> list[dict[str, Any]]:
    """The paragraphs with what became of each, and what was said about it in any version it is in."""
    before = {
        "version": earlier.paragraphs if earlier else version.paragraphs,
        "template": template_text(document) if against == "template" else [],
        "text": version.paragraphs,
    }[against]
    said: dict[int, list[ReviewComment]] = {}
    for row in version.comments.select_related("by__user"):
        said.setdefault(row.paragraph, []).append(row)
    return [{"row": row, "comments": said.get(row.number, [])} for row in compared(before, version.paragraphs)]


def comment(request: OfficerRequest, pk: int) -> HttpResponse:
    """Say something about a paragraph, and go on reading."""
    found: SupervisionDocument = visible(request, SupervisionDocument, pk)
    answer = step_page(request, found, DOCUMENT_VERBS, "comment")
    return redirect("supervision:documents-review", pk) if isinstance(answer, HttpResponseRedirect) else answer
