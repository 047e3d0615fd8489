"""Pages of the union's referrals and of the authority's desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.pages import creation_page, file_page, list_page, visible
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from organizations.http import OfficerRequest
from organizations.models import Authority, Duty
from referrals.models import JointMatter, Referral, ReferralKind, ReferralQuestion
from referrals.progress import milestones
from referrals.verbs import CREATION
from referrals.workflow import OFFICE, SHARED_ACTS
from supervision.models import SupervisionDocument

SOURCE_MODELS: dict[str, Any] = {"case": DisputeCase, "order": WorkOrder, "document": SupervisionDocument}
RECENT = timedelta(days=30)
DESK_CARDS = 100
ANY = [("", gettext_lazy("All"))]


class FilterForm(forms.Form):
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False, choices=[*ANY, *Referral.State.choices])
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
        ],
    )

    def rows(self, rows: QuerySet[Referral]) -> QuerySet[Referral]:
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("waiting"):
            rows = getattr(rows, wanted["waiting"])()
        if wanted.get("state"):
            rows = rows.filter(state=wanted["state"])
        return rows.filter(authority__kind=wanted["addressee"]) if wanted.get("addressee") else rows

    def of_authority(self) -> None:
        """An authority sees only what came to itself."""
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
        "done": done,
    }
    return render(request, "referrals/inbox.html", context)


def referral_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """The referral as the officer's side may see it."""
    referral = visible(request, Referral, pk)
    if request.officer.authority_id:
        return received_page(request, referral)
    return file_page(
        request,
        referral,
        "referrals/page.html",
        deliveries=referral.deliveries.prefetch_related("tries"),
        source=source_link(request, referral),
        milestones=milestones(referral),
        questions=questions_of(referral),
        links=referral.links.order_by("-pk"),
        service=getattr(referral, "hand_over", None),
        joint=joint_of(request, referral),
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
    )


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


def new(request: OfficerRequest) -> HttpResponse:
    """The form of a new referral from the file named in the address: `?case=`, `?order=` or `?document=`."""
    if request.officer.duty not in OFFICE:
        raise PermissionDenied
    named = [name for name in SOURCE_MODELS if name in (request.POST or request.GET)]
    named = [name for name in named if (request.POST or request.GET)[name]]
    if not named:
        messages.info(request, _("A referral begins on the page of a case, a work order or a document."))
        return redirect("referrals:referrals")
    source = source_of(request, named[0])
    return creation_page(
        request,
        CREATION,
        f"referrals/new/{named[0]}-{source.pk}",
        "referrals/new.html",
        initial={named[0]: source.pk},
        title=_("Refer to an authority"),
        source=source,
        offices=offices_in_charge(request, source),
    )


def source_of(request: OfficerRequest, name: str) -> Any:
    pk = (request.POST or request.GET)[name]
    if not pk.isdecimal() or len(pk) > 18:
        raise Http404
    rows = SOURCE_MODELS[name].objects.visible_to(request.officer).select_related("org__region")
    return get_object_or_404(rows, pk=pk)


def offices_in_charge(request: OfficerRequest, source: Any) -> list[tuple[str, Authority]]:
    """For each kind of authority the office in charge of the source's place."""
    used = set(ReferralKind.objects.visible_to(request.officer).outgoing().values_list("authority_kind", flat=True))
    kinds = [(kind, label) for kind, label in Authority.Kind.choices if kind in used]
    offices = Authority.objects.visible_to(request.officer)
    found = [(str(label), offices.in_charge(kind, source.org.region)) for kind, label in kinds]
    return [(label, office) for label, office in found if office]
