"""The drafting screen: what is picked and typed, the letter as it will print, and what still stands in its way."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casework.documents.pdf import embedded_pictures
from casework.pages import creation_page, step_page, visible
from casework.workflow import Act
from organizations.http import OfficerRequest
from supervision.checks import checks
from supervision.drafts import changed, sketch
from supervision.filling import first_draft
from supervision.forms import CreateForm, EditForm
from supervision.ladder import next_kind
from supervision.letters import Letter, as_typed
from supervision.models import MatterEvidence, SupervisionDocument, SupervisionMatter
from supervision.printing.text import words_of
from supervision.verbs import CREATION, DOCUMENT_VERBS
from supervision.views.access import supervisors_only

LABELS = dict(SupervisionDocument.Kind.choices)
MOST_PAGES = 6  # drawn while somebody types; of a longer letter all pages stand on its own page


def new_document(request: OfficerRequest) -> HttpResponse:
    """Draft the next document of a matter, with the kind the ladder has come to."""
    supervisors_only(request)
    found = matter_named(request)
    act = Act(request.officer, timezone.now())
    kind = request.POST.get("kind") or request.GET.get("kind") or next_kind(found, act)
    if kind not in LABELS:
        raise Http404
    key, title = f"documents/new/{found.pk}/{kind}", _("Draft: %(kind)s") % {"kind": LABELS[kind]}
    initial = first_draft(found, kind, request.officer, act.at)
    return creation_page(
        request,
        CREATION,
        key,
        "supervision/new_document.html",
        initial=initial,
        beside=lambda: beside(sketch(found, kind, request.officer, initial), act),
        title=title,
        matter=found,
    )


def matter_named(request: OfficerRequest) -> SupervisionMatter:
    pk = request.GET.get("matter") or request.POST.get("matter") or ""
    rows = SupervisionMatter.objects.visible_to(request.officer).for_page()
    found: SupervisionMatter = get_object_or_404(rows, pk=int(pk) if pk.isdecimal() and len(pk) < 19 else 0)
    return found


def edit_document(request: OfficerRequest, pk: int) -> HttpResponse:
    """Go on with a draft, or put right what the review found."""
    found: SupervisionDocument = visible(request, SupervisionDocument, pk)
    act = Act(request.officer, timezone.now())
    about = beside(found, act) if not found.is_frozen else {}
    version = found.versions.last()
    comments = version.comments.select_related("by__user", "version") if version else []
    template = "supervision/edit_document.html"
    return step_page(request, found, DOCUMENT_VERBS, "edit", template, comments=comments, **about)


def beside(document: SupervisionDocument, act: Act, evidence: list[MatterEvidence] | None = None) -> dict[str, Any]:
    """What stands beside the form: the pages of the letter, its words, and the points of its hand-in."""
    sheet = as_typed(document, evidence)
    pictures, pages = embedded_pictures(sheet, MOST_PAGES)
    return {
        "sketch": document,
        "pictures": pictures,
        "pages_left": pages - len(pictures),
        "letter": Letter.parse(words_of(sheet)),
        "checks": checks(document, act),
    }


@require_POST
def preview(request: OfficerRequest) -> HttpResponse:
    """The letter as typed so far; nothing is saved."""
    supervisors_only(request)
    act = Act(request.officer, timezone.now())
    given: dict[str, Any] = {"officer": request.officer, "at": act.at}
    pk = request.POST.get("document", "")
    if pk:
        rows = SupervisionDocument.objects.visible_to(request.officer).drafting().for_page()
        document = get_object_or_404(rows, pk=int(pk) if pk.isdecimal() and len(pk) < 19 else 0)
        form: CreateForm | EditForm = EditForm(request.POST, file=document, **given)
    else:
        matter, kind = matter_named(request), request.POST.get("kind", "")
        if kind not in LABELS:
            raise Http404
        document = sketch(matter, kind, request.officer, {})
        form = CreateForm(request.POST, **given)
    form.full_clean()
    document = changed(document, form.cleaned_data)
    about = beside(document, act, list(form.cleaned_data.get("evidence") or []))
    return render(request, "supervision/parts/preview.html", about)
