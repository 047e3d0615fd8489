"""The agreement: drafted part by part, checked and printed, then signed; or a settlement of the parties."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from casework.pages import insist_on_duty, step_page, visible
from disputes.documents.terms import sentences
from disputes.guards.terms import draft_faults
from disputes.models import DisputeCase
from disputes.verbs import DRAFTING, VERBS
from disputes.workflow import WORKFLOW
from organizations.http import OfficerRequest

PARTS = {
    "terms": _("Terms"),
    "amounts": _("Amounts of the claims"),
    "conditions": _("Breach, way and copies"),
    "check": _("Check and print"),
}


def draft(request: OfficerRequest, pk: int, part: str = "terms") -> HttpResponse:
    """One part of the draft. What was kept of the others stays; after this one comes the next."""
    if part not in DRAFTING:
        raise Http404
    case: DisputeCase = visible(request, DisputeCase, pk)
    context = {"parts": parts(case, part), "heading": PARTS[part]}
    answer = step_page(
        request, case, DRAFTING[part], "draft_agreement", "disputes/draft_agreement.html", part=part, **context
    )
    if answer.status_code != 302:
        return answer
    names = list(PARTS)
    following = names[names.index(part) + 1]
    return redirect(address(case, following))


@require_GET
def check(request: OfficerRequest, pk: int) -> HttpResponse:
    """What the draft says, what it still lacks, and the ways to print and to sign it."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    insist_on_duty(request, WORKFLOW, "draft_agreement")
    is_open = case.state == DisputeCase.State.MEDIATING
    context = {
        "file": case,
        "parts": parts(case, "check"),
        "faults": draft_faults(case, timezone.localdate()) if is_open else [],
        "is_open": is_open,
        "draft": getattr(case, "agreement_draft", None),
        "sentences": sentences(case.agreement_terms.all(), accounts="masked"),
    }
    return render(request, "disputes/draft_check.html", context)


def settlement(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """Agreement or settlement, with the claims beside the form."""
    return step_page(request, visible(request, DisputeCase, pk), VERBS, verb, "disputes/settlement.html")


def parts(case: DisputeCase, current: str) -> list[dict[str, Any]]:
    """The parts of the wizard with their addresses and how far each is."""
    draft = getattr(case, "agreement_draft", None)
    done = {
        "terms": case.agreement_terms.exists(),
        "amounts": bool(draft and draft.agreed),
        "conditions": bool(draft and draft.route),
        "check": False,
    }
    return [
        {"label": label, "url": address(case, name), "is_current": name == current, "is_done": done[name]}
        for name, label in PARTS.items()
    ]


def address(case: DisputeCase, part: str) -> str:
    return f"{case.step_url('draft_agreement')}{part}/"
