"""Pages of the union's referrals and of the authority's desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.pages import file_page, list_page, visible
from casework.views import MAY_REVEAL
from organizations.http import OfficerRequest
from organizations.models import Authority, Duty
from referrals.models import IncomingMessage, JointMatter, Referral, ReferralQuestion
from referrals.progress import milestones, order_of
from referrals.querysets import UNION
from referrals.workflow import SHARED_ACTS, WORKFLOW

RECENT = timedelta(days=30)
DESK_CARDS = 100
ANY = [("", gettext_lazy("All"))]


class FilterForm(forms.Form):
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False, choices=[*ANY, *Referral.State.choices])
    direction = forms.ChoiceField(
        label=gettext_lazy("Direction"), required=False, choices=[*ANY, *Referral.Direction.choices]
    )
    addressee = forms.ChoiceField(
        label=gettext_lazy("Authority"), required=False, choices=[*ANY, *Authority.Kind.choices]
    )

    waiting = forms.ChoiceField(
        label=gettext_lazy("Waiting for"),
        required=False,
        choices=[
            *ANY,
            ("to_carry", gettext_lazy("Carrying")),
            ("asked", gettext_lazy("Answer to a question")),
            ("link_wanted", gettext_lazy("A new link")),
            ("notice_given_up", gettext_lazy("A decision on a notice given up")),
            ("held_back", gettext_lazy("An earlier message of the case")),
        ],
    )

    def rows(self, rows: QuerySet[Referral]) -> QuerySet[Referral]:
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("waiting"):
            rows = getattr(rows, wanted["waiting"])()
        if wanted.get("state"):
            rows = rows.filter(state=wanted["state"])
        if wanted.get("direction"):
            rows = rows.filter(direction=wanted["direction"])
        return rows.filter(authority__kind=wanted["addressee"]) if wanted.get("addressee") else rows

    def of_authority(self) -> None:
        """An authority sees only what came to itself or went out from it."""
        del self.fields["addressee"], self.fields["waiting"]


def referrals(request: OfficerRequest) -> HttpResponse:
    """The referrals of the officer's area, newest first; for an authority those it has received."""
    filters = FilterForm(request.GET or None)
    received = request.officer.duty == Duty.AUTHORITY_OFFICER
    if received:
        filters.of_authority()
    empty = {
        "title": _("No referral here"),
        "text": _("A referral begins on the page of a case, a work order or a document: “Refer to an authority”."),
    }
    return list_page(
        request,
        filters.rows(Referral.objects.visible_to(request.officer).for_list()),
        "referrals/list.html",
        title=_("All received referrals") if received else _("Referrals"),
        filter_form=filters,
        empty=empty,
        may_receive=request.officer.duty in WORKFLOW.steps["receive"].duties,
        of_union=request.officer.duty in UNION,
    )


def inbox(request: OfficerRequest) -> HttpResponse:
    """The authority's desk: one card for each referral that waits, the next due day first."""
    if request.officer.duty != Duty.AUTHORITY_OFFICER:
        raise PermissionDenied
    mine = Referral.objects.visible_to(request.officer)
    waiting = mine.with_authority().for_desk().order_by("due_on", "pk")[:DESK_CARDS]
    cards = list(waiting)
    done = mine.answered_since(timezone.localdate() - RECENT).count()
    context = {
        "title": _("Received referrals"),
        "unsigned": [r for r in cards if r.state == Referral.State.SENT],
        "running": [r for r in cards if r.state != Referral.State.SENT],
        "recalled": mine.recalled_unread().for_list()[:DESK_CARDS],
        "done": done,
    }
    return render(request, "referrals/inbox.html", context)


def referral_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """The referral as the officer's side may see it."""
    referral = visible(request, Referral, pk)
    if request.officer.authority_id:
        return received_page(request, referral)
    told = IncomingMessage.objects.visible_to(request.officer).filter(referral=referral).order_by("pk")
    return file_page(
        request,
        referral,
        "referrals/page.html",
        deliveries=referral.deliveries.prefetch_related("tries"),
        order=order_of(referral),
        source=source_link(request, referral),
        reveal_url=reveal_url(request, referral),
        milestones=milestones(referral),
        recoveries=referral.recoveries.select_related("proof"),
        questions=questions_of(referral),
        links=referral.links.order_by("-pk"),
        service=getattr(referral, "hand_over", None),
        joint=joint_of(request, referral),
        messages_in=told,
    )


def received_page(request: OfficerRequest, referral: Referral) -> HttpResponse:
    """What was shared and nothing else: no file it comes from, no history before the delivery."""
    return file_page(
        request,
        referral,
        "referrals/received.html",
        milestones=milestones(referral),
        questions=questions_of(referral),
        events=referral.events.for_timeline().filter(verb__in=SHARED_ACTS),
        deadlines=referral.deadlines.exclude(rule__code="referral.tell_caller").select_related("rule"),
        reveal_url=reveal_url(request, referral),
    )


def reveal_url(request: OfficerRequest, referral: Referral) -> str:
    """Where what was passed on is shown in full, for who may have it shown."""
    may = request.officer.duty in MAY_REVEAL and referral.passed
    return reverse("referrals:referrals-reveal", args=[referral.pk]) if may else ""


def questions_of(referral: Referral) -> QuerySet[ReferralQuestion]:
    return referral.questions.select_related("asked_by__user", "asked_by__authority", "answered_by__user")


def joint_of(request: OfficerRequest, referral: Referral) -> JointMatter | None:
    """The joint matter it has a place in."""
    found: JointMatter | None = JointMatter.objects.visible_to(request.officer).filter(seats__referral=referral).first()
    return found


def source_link(request: OfficerRequest, referral: Referral | JointMatter) -> Any:
    """The file it comes from, when this officer may open it."""
    source = referral.source
    readable = source and type(source).objects.visible_to(request.officer).filter(pk=source.pk).exists()
    return source if readable else None
