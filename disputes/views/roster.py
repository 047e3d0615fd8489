"""The public roster of mediators inside the union, and the pages that keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from casework.errors import Refused, WrongDuty
from casework.forms import VerbForm
from casework.pages import list_page
from casework.verbs import Action
from disputes.actions import roster as acts
from disputes.forms import roster as forms
from disputes.models import MediatorProfile
from organizations.http import OfficerRequest


@dataclass(frozen=True)
class RosterAct:
    """One way to change an entry. The mediator himself may take those that are `own`."""

    label: Any
    action: Action
    form: type[VerbForm]
    own: bool = False


ACTS = {
    "profile": RosterAct(gettext_lazy("Change the entry"), acts.keep_profile, forms.ProfileForm),
    "leave": RosterAct(gettext_lazy("Enter leave"), acts.add_leave, forms.LeaveForm, own=True),
    "conflict": RosterAct(
        gettext_lazy("Declare a conflict of interest"), acts.declare_conflict, forms.ConflictForm, own=True
    ),
    "lift": RosterAct(gettext_lazy("Lift a conflict of interest"), acts.lift_conflict, forms.LiftForm),
}
ENTER = RosterAct(gettext_lazy("Put a mediator on the roster"), acts.enter_mediator, forms.EnterForm)


@require_GET
def roster(request: OfficerRequest) -> HttpResponse:
    """First those whom the own organisation can name; the whole roster on request."""
    if not request.officer.path:
        raise PermissionDenied
    rows, everybody = MediatorProfile.objects.visible_to(request.officer), "all" in request.GET
    rows = rows if everybody else rows.near(request.officer)
    may_enter = request.officer.duty in acts.KEEPERS
    context: dict[str, Any] = {"title": _("Roster of mediators"), "may_enter": may_enter, "everybody": everybody}
    return list_page(request, rows.for_list(), "disputes/mediators.html", **context, today=timezone.localdate())


@require_GET
def mediator(request: OfficerRequest, pk: int) -> HttpResponse:
    """What everybody may read, and for those who keep the roster what only they and the mediator may."""
    profile = entry(request, pk)
    keeps = acts.may_keep(profile.officer, request.officer)
    offered = [
        {"label": act.label, "url": reverse("disputes:mediators-change", args=[pk, name])}
        for name, act in ACTS.items()
        if keeps or (act.own and profile.officer == request.officer)
    ]
    inside = keeps or profile.officer == request.officer
    context: dict[str, Any] = {"profile": profile, "title": profile.officer.name, "offered": offered, "inside": inside}
    return render(request, "disputes/mediator.html", context | {"today": timezone.localdate()})


def entry(request: OfficerRequest, pk: int) -> MediatorProfile:
    rows = MediatorProfile.objects.visible_to(request.officer).for_list()
    return get_object_or_404(rows.prefetch_related("conflicts__employer"), pk=pk)


def change(request: OfficerRequest, pk: int, act: str) -> HttpResponse:
    if act not in ACTS:
        raise Http404
    profile, chosen = entry(request, pk), ACTS[act]
    if not (acts.may_keep(profile.officer, request.officer) or (chosen.own and profile.officer == request.officer)):
        raise PermissionDenied
    back = reverse("disputes:mediators-page", args=[pk])
    return act_page(request, chosen, profile, back, [profile])


def enter(request: OfficerRequest) -> HttpResponse:
    if request.officer.duty not in acts.KEEPERS:
        raise PermissionDenied
    return act_page(request, ENTER, None, reverse("disputes:mediators"), [])


def act_page(
    request: OfficerRequest, act: RosterAct, profile: MediatorProfile | None, back: str, about: list[Any]
) -> HttpResponse:
    """The form of one act; refused or wrong, it comes back with everything typed."""
    now = timezone.now()
    page: dict[str, Any] = {"label": act.label, "title": act.label, "back": back, "profile": profile}
    if request.method != "POST":
        form = act.form(officer=request.officer, at=now, file=profile)
        return render(request, "disputes/roster_act.html", page | {"form": form})
    form = act.form(request.POST, officer=request.officer, at=now, file=profile)
    if not form.is_valid():
        return render(request, "disputes/roster_act.html", page | {"form": form}, status=422)
    try:
        done = act.action(*about, by=request.officer, at=now, **form.cleaned_data)
    except WrongDuty as refused:
        raise PermissionDenied(refused.reasons[0]) from refused
    except Refused as refused:
        return render(
            request, "disputes/roster_act.html", page | {"form": form, "reasons": refused.reasons}, status=409
        )
    messages.success(request, _("Done: %(step)s.") % {"step": act.label})
    return redirect(reverse("disputes:mediators-page", args=[done.pk]))
