"""Joint matters: the list, the board of one with every authority's clock and answer, the page for the meeting."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.forms import ReasonForm
from casework.pages import creation_page, file_page, list_page, visible
from organizations.http import OfficerRequest
from referrals.actions.joint import show_names
from referrals.beginning import source_of
from referrals.content_forms import SOURCE_MODELS
from referrals.joint_verbs import OPENING
from referrals.models import JointMatter
from referrals.papers.story import story_of, story_values
from referrals.querysets import UNION
from referrals.views.parcels import download
from referrals.views.referrals import source_link
from referrals.workflow import OFFICE


def joint_matters(request: OfficerRequest) -> HttpResponse:
    """The joint matters of the area, newest first."""
    if request.officer.duty not in UNION:
        raise PermissionDenied
    empty = {
        "title": _("No joint matter here"),
        "text": _("A joint matter begins on the page of a case, a work order or a document: “Open a joint matter”."),
    }
    rows = JointMatter.objects.visible_to(request.officer).for_list()
    return list_page(request, rows, "referrals/joint_list.html", title=_("Joint matters"), empty=empty)


def board(request: OfficerRequest, pk: int) -> HttpResponse:
    """One matter with a row for each authority."""
    joint = visible(request, JointMatter, pk)
    return file_page(
        request,
        joint,
        "referrals/joint.html",
        seats=list(joint.seats.for_board()),
        source=source_link(request, joint),
    )


def new(request: OfficerRequest) -> HttpResponse:
    """The form of a new joint matter from the file named in the address."""
    if request.officer.duty not in OFFICE:
        raise PermissionDenied
    typed = request.POST or request.GET
    named = next((name for name in SOURCE_MODELS if typed.get(name)), None)
    if named is None:
        raise Http404
    source = source_of(request, named)
    return creation_page(
        request,
        OPENING,
        f"joint-matters/new/{named}-{source.pk}",
        "referrals/joint_new.html",
        initial={named: source.pk},
        title=_("Open a joint matter"),
        source=source,
    )


@require_GET
@never_cache
def story(request: OfficerRequest, pk: int) -> HttpResponse:
    """The page for the joint meeting on the screen, to be printed: people masked."""
    joint: JointMatter = visible(request, JointMatter, pk)
    return render(request, "referrals/story.html", {"file": joint, **shown(joint)})


def shown(joint: JointMatter) -> dict[str, Any]:
    return {"story": story_values(joint, timezone.localdate(), in_full=False), "title": _("Page for the meeting")}


@require_GET
@never_cache
def story_pdf(request: OfficerRequest, pk: int) -> HttpResponse:
    """The same as PDF."""
    return printed(request, visible(request, JointMatter, pk), in_full=False)


@never_cache
def story_in_full(request: OfficerRequest, pk: int) -> HttpResponse:
    """With names in full, for those who take part in the meeting: against a reason that stays in the history."""
    joint: JointMatter = visible(request, JointMatter, pk)
    if request.officer.duty not in OFFICE:
        raise PermissionDenied
    form = ReasonForm(request.POST or None, officer=request.officer, file=joint, at=timezone.now())
    if not form.is_bound or not form.is_valid():
        context = {"file": joint, "form": form, "label": _("Print with names in full")}
        return render(request, "pages/step.html", context, status=422 if form.errors else 200)
    show_names(joint, by=request.officer, at=timezone.now(), reason=form.cleaned_data["reason"])
    return printed(request, joint, in_full=True)


def printed(request: OfficerRequest, joint: JointMatter, *, in_full: bool) -> HttpResponse:
    content = story_of(joint, timezone.localdate(), in_full=in_full)
    return download(content, "application/pdf", f"joint-{joint.pk}.pdf")
