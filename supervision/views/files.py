"""The pages of matters and documents."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.documents.editing import EDITORS
from casework.pages import creation_page, file_page, list_page, visible
from casework.panels import bounded
from casework.views import MAY_REVEAL
from casework.workflow import Act
from disputes.models import DisputeCase
from organizations.http import OfficerRequest
from organizations.models import Duty
from supervision.columns import COLUMNS, counters, lanes
from supervision.filters import DocumentFilter, MatterFilter
from supervision.guards import missing_labels
from supervision.ladder import rungs
from supervision.letters import Letter, text_of
from supervision.models import SupervisionDocument, SupervisionMatter
from supervision.money import mentions_of
from supervision.printing.companions import OF_DOCUMENT, OF_MATTER, offered
from supervision.prospects import prospect
from supervision.querysets import DocumentQuerySet
from supervision.verbs import REGISTRATION
from supervision.views.access import readers_only, supervisors_only
from supervision.views.partners import RECORDERS


def documents(request: OfficerRequest) -> HttpResponse:
    """The documents in the columns people work from, the newest first."""
    readers_only(request)
    today = timezone.localdate()
    rows = SupervisionDocument.objects.visible_to(request.officer)
    form = DocumentFilter(request.GET)
    chosen = request.GET.get("column", "")
    listed = form.narrow(next((c.rows(rows, today) for c in COLUMNS if c.code == chosen), rows))
    return list_page(
        request,
        listed.for_list(),
        "supervision/documents.html",
        title=_("Letters and documents"),
        filter_form=form,
        **where_they_stand(rows, today, chosen, at_first=not request.GET),
        chosen=chosen,
        may_create=request.officer.duty == Duty.SUPERVISOR,
        may_edit_templates=request.officer.duty in EDITORS,
        empty=nothing_in(chosen, rows, today),
    )


def where_they_stand(rows: DocumentQuerySet, today: date, chosen: str, *, at_first: bool) -> dict[str, Any]:
    """The board when the page is opened; while somebody searches or pages, the numbers of its columns alone."""
    if at_first:
        return {"lanes": lanes(rows, today), "nothing_to_review": nothing_in("review", rows, today)}
    return {"counters": counters(rows, today, chosen)}


def nothing_in(chosen: str, rows: DocumentQuerySet, today: date) -> dict[str, Any]:
    """What an empty list says; reviewers read what they have done instead."""
    if chosen != "review":
        return {"title": _("No document here"), "text": _("Documents are drafted from a supervision matter.")}
    done = bounded(rows.reviewed_since(today.replace(day=1)))
    return {
        "title": _("No document waits for review"),
        "text": _("Reviewed this month: %(count)s.") % {"count": done},
    }


def matters(request: OfficerRequest) -> HttpResponse:
    """The supervision matters, the newest first."""
    readers_only(request)
    form = MatterFilter(request.GET)
    rows = form.narrow(SupervisionMatter.objects.visible_to(request.officer))
    return list_page(
        request,
        rows.for_list(),
        "supervision/matters.html",
        title=_("Supervision matters"),
        filter_form=form,
        may_create=request.officer.duty == Duty.SUPERVISOR,
        empty={"title": _("No supervision matter here")},
    )


def new_matter(request: OfficerRequest) -> HttpResponse:
    """Register a matter; from a case page with the respondent filled in."""
    supervisors_only(request)
    key = "matters/new"
    initial: dict[str, Any] = {}
    case: DisputeCase | None = None
    if (pk := request.GET.get("case", "")).isdecimal():
        case = get_object_or_404(DisputeCase.objects.visible_to(request.officer), pk=int(pk))
        initial = {"case": case.pk, "source": "case", **about(case)}
        key = f"matters/new/case/{case.pk}"
    title = _("New supervision matter")
    template = "supervision/new_matter.html"
    return creation_page(request, REGISTRATION, key, template, initial=initial, title=title, case=case)


def about(case: DisputeCase) -> dict[str, Any]:
    """What the case already says: the employer and how many workers it concerns."""
    employers = [party.employer for party in case.respondents if party.employer]
    known = {"employer": employers[0].pk, "employer_name": employers[0].name} if employers else {}
    return {**known, "workers_affected": case.worker_count}


def matter(request: OfficerRequest, pk: int) -> HttpResponse:
    found: SupervisionMatter = visible(request, SupervisionMatter, pk)
    act = Act(request.officer, timezone.now())
    return file_page(
        request,
        found,
        "supervision/matter.html",
        documents=found.documents.for_list().order_by("pk"),
        partners=found.partner_documents.for_list().order_by("pk"),
        may_record_partner=request.officer.duty in RECORDERS and found.state == SupervisionMatter.State.OPEN,
        addresses=found.address_confirmations.all(),
        investigations=found.investigations.prefetch_related(
            "investigators__officer__user", "investigators__certificate"
        ),
        evidence=found.evidence.prefetch_related("papers"),
        recusals=found.recusals.select_related("person"),
        rungs=rungs(found, act),
        papers=offered(OF_MATTER, found),
        reveal_url=reveal_url(request, found),
        case_url=case_url(request, found),
        **last_batch(found),
    )


def last_batch(matter: SupervisionMatter) -> dict[str, Any]:
    """What became of each letter in the last act on all of them."""
    if matter.employer_id:
        return {}
    lines = matter.batch_lines.last_act().select_related("document")
    done = [line for line in lines if line.is_done]
    return {"batch": lines, "batch_done": done, "batch_label": matter.workflow.label(lines[0].verb) if lines else ""}


def reveal_url(request: OfficerRequest, file: Any) -> str:
    """Where masked data is shown in full, for duties that may ask."""
    return (
        reverse(f"supervision:{file.collection}-reveal", args=[file.pk]) if request.officer.duty in MAY_REVEAL else ""
    )


def case_url(request: OfficerRequest, matter: SupervisionMatter) -> str:
    """The dispute case behind the matter, for those who may see it."""
    case = DisputeCase.objects.visible_to(request.officer).filter(pk=matter.case_id).first()
    return case.get_absolute_url() if case else ""


def document(request: OfficerRequest, pk: int) -> HttpResponse:
    found: SupervisionDocument = visible(request, SupervisionDocument, pk)
    act = Act(request.officer, timezone.now())
    return file_page(
        request,
        found,
        "supervision/document.html",
        letter=Letter.parse(text_of(found)),
        missing=[] if found.is_frozen else missing_labels(found),
        attempts=found.service_attempts.select_related("confirmation").prefetch_related("proofs"),
        on_time=found.on_time,
        rungs=rungs(found.matter, act) if found.state == SupervisionDocument.State.ESCALATED else [],
        prospect=prospect(found, act.today),
        papers=offered(OF_DOCUMENT, found),
        drafts=request.officer.duty == Duty.SUPERVISOR,
        **results(found),
        reveal_url=reveal_url(request, found),
        has_versions=found.versions.exists(),
    )


def results(document: SupervisionDocument) -> dict[str, Any]:
    """Answers, looks at the correction, and money: of the document itself, and what its case holds already."""
    return {
        "replies": document.replies.all(),
        "verifications": document.verifications.all(),
        "recoveries": document.recoveries.select_related("proof"),
        "mentions": mentions_of(document),
    }
