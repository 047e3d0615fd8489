"""Pages that begin a referral: choose the kind, then fill in what this kind needs."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import DeadlineRule
from casework.pages import creation_page
from organizations.http import OfficerRequest
from organizations.models import Authority
from referrals.content_forms import SOURCE_MODELS
from referrals.models import OfficeRule, Proposal, ReferralKind
from referrals.verbs import CREATION
from referrals.workflow import OFFICE


class Choice(NamedTuple):
    """A kind to choose, with the office it would go to and the periods that would run."""

    kind: ReferralKind
    proposal: Proposal
    periods: list[str]


def new(request: OfficerRequest) -> HttpResponse:
    """From the file named in the address (`?case=`, `?order=` or `?document=`): kinds to choose from, then the form."""
    if request.officer.duty not in OFFICE:
        raise PermissionDenied
    given = request.POST or request.GET
    named = [name for name in SOURCE_MODELS if given.get(name)]
    if not named:
        messages.info(request, _("A referral begins on the page of a case, a work order or a document."))
        return redirect("referrals:referrals")
    source = source_of(request, named[0])
    kind = ReferralKind.objects.visible_to(request.officer).outgoing().filter(pk=given.get("kind", "")).first()
    if kind is None and request.method != "POST":
        return choose(request, named[0], source)
    return form_page(request, named[0], source, kind)


def choose(request: OfficerRequest, name: str, source: Any) -> HttpResponse:
    """Every kind a union sends, by the authority it goes to."""
    kinds = ReferralKind.objects.visible_to(request.officer).outgoing()
    used = {kind.authority_kind for kind in kinds}
    groups = [
        (label, [choice(kind, source) for kind in kinds if kind.authority_kind == code])
        for code, label in Authority.Kind.choices
        if code in used
    ]
    context = {"groups": groups, "name": name, "source": source, "title": _("Refer to an authority")}
    return render(request, "referrals/choose_kind.html", context)


def choice(kind: ReferralKind, source: Any) -> Choice:
    return Choice(kind, OfficeRule.objects.proposed(kind, source), periods_of(kind, source))


def periods_of(kind: ReferralKind, source: Any) -> list[str]:
    """The periods of a kind in words, such as "5 working days", as they are in force at the place."""
    codes = [kind.ack_rule, kind.decision_rule, *sorted(kind.result_rules)]
    today, region = timezone.localdate(), source.org.region
    rules = [DeadlineRule.objects.in_force(code, today, region) for code in codes if code]
    return [f"{rule.label} {rule.length} {rule.get_unit_display()}" for rule in rules]


def form_page(request: OfficerRequest, name: str, source: Any, kind: ReferralKind | None) -> HttpResponse:
    """The form of the kind, with the office in charge beside it as it can be read to a caller."""
    code = kind.pk if kind else ""
    return creation_page(
        request,
        CREATION,
        f"referrals/new/{name}-{source.pk}/{code}",
        "referrals/new.html",
        initial={name: source.pk, "kind": code},
        title=kind.label if kind else _("Refer to an authority"),
        source=source,
        source_name=name,
        kind=kind,
        proposal=OfficeRule.objects.proposed(kind, source) if kind else None,
    )


def source_of(request: OfficerRequest, name: str) -> Any:
    pk = (request.POST or request.GET)[name]
    if not pk.isdecimal() or len(pk) > 18:
        raise Http404
    rows = SOURCE_MODELS[name].objects.visible_to(request.officer).select_related("org__region")
    return get_object_or_404(rows, pk=pk)
