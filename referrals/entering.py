"""Pages that enter what an authority lays before the union: by its own officer, or by the union from a letter."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from casework.pages import creation_page, insist_on_duty
from organizations.http import OfficerRequest
from organizations.models import Authority
from referrals.models import ReferralKind
from referrals.verbs import RECEPTION
from referrals.workflow import WORKFLOW


def receive(request: OfficerRequest) -> HttpResponse:
    """The kinds to choose from, then the form of the kind."""
    insist_on_duty(request, WORKFLOW, RECEPTION.name)
    given = request.POST or request.GET
    kinds = kinds_of(request)
    kind = kinds.filter(pk=given.get("kind", "")).first()
    if kind is None and request.method != "POST":
        return choose(request, kinds)
    code = kind.pk if kind else ""
    return creation_page(
        request,
        RECEPTION,
        f"referrals/receive/{code}",
        "referrals/receive.html",
        initial={"kind": code},
        title=kind.label if kind else WORKFLOW.label(RECEPTION.name),
        kind=kind,
    )


def kinds_of(request: OfficerRequest) -> Any:
    """An authority sends its own kinds; the union takes down those of all."""
    kinds = ReferralKind.objects.visible_to(request.officer).incoming()
    sender = request.officer.authority
    return kinds.filter(authority_kind=sender.kind) if sender else kinds


def choose(request: OfficerRequest, kinds: Any) -> HttpResponse:
    labels = dict(Authority.Kind.choices)
    rows = [(kind, labels[kind.authority_kind]) for kind in kinds]
    context = {"rows": rows, "title": WORKFLOW.label(RECEPTION.name), "note": _("Please choose what it is")}
    return render(request, "referrals/choose_incoming.html", context)
