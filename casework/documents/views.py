"""The pages of the templates: which there are, a version with its examples, and its change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from casework.documents.editing import EDITORS, READERS, change, put_in_force, revise
from casework.documents.families import FAMILIES, family_of
from casework.documents.forms import InForceForm, TemplateForm
from casework.documents.notation import written
from casework.documents.pdf import page_count, picture_of
from casework.errors import Refused
from casework.models import DocumentTemplate
from organizations.http import OfficerRequest

MOST = 500  # versions on the list


def readers_only(request: OfficerRequest) -> None:
    """Those who change templates, and the administrator, who sees what is in force."""
    if request.officer.duty not in READERS:
        raise PermissionDenied


def editors_only(request: OfficerRequest) -> None:
    if request.officer.duty not in EDITORS:
        raise PermissionDenied


def found(request: OfficerRequest, pk: int) -> DocumentTemplate:
    """The version, or 404."""
    readers_only(request)
    rows = DocumentTemplate.objects.visible_to(request.officer).select_related("region", "drafted_by__user")
    template: DocumentTemplate = get_object_or_404(rows, pk=pk)
    if template.code.partition(".")[0] not in FAMILIES:
        raise Http404  # a paper of a file that is put together by the system alone
    return template


@require_GET
def templates(request: OfficerRequest) -> HttpResponse:
    """Every version the own division knows, app by app, the newest of each first."""
    readers_only(request)
    rows = DocumentTemplate.objects.visible_to(request.officer).select_related("region")
    listed = list(rows.order_by("code", "-valid_from", "-version")[:MOST])
    of_family = [
        (family, [row for row in listed if row.code.startswith(f"{family.prefix}.")]) for family in FAMILIES.values()
    ]
    return render(request, "casework/templates.html", {"families": of_family})


@require_GET
@never_cache
def template(request: OfficerRequest, pk: int) -> HttpResponse:
    """What the version says, and how documents of last month would look by it."""
    version = found(request, pk)
    examples = [
        (n, label, range(1, page_count(sheet) + 1)) for n, (label, sheet) in enumerate(examples_of(request, version), 1)
    ]
    form = InForceForm(officer=request.officer, at=timezone.now(), file=version)
    may_edit = request.officer.duty in EDITORS
    context = {**about(version), "examples": examples, "form": form, "may_edit": may_edit}
    return render(request, "casework/template.html", context)


def about(version: DocumentTemplate) -> dict[str, Any]:
    return {"template": version, "text": written(version.parts), "names": names_of(version)}


def names_of(version: DocumentTemplate) -> list[tuple[str, Any]]:
    """The list of what may be named, with the values of each row under their own names."""
    known: list[tuple[str, Any]] = []
    for name, label in family_of(version.code).labels.items():
        if isinstance(label, dict):
            known += [(f"{name}.{own}" if own else name, words) for own, words in label.items()]
        else:
            known.append((name, label))
    return known


def examples_of(request: OfficerRequest, version: DocumentTemplate) -> list[Any]:
    return family_of(version.code).examples(version, request.officer)


@require_GET
@never_cache
def example_page(request: OfficerRequest, pk: int, example: int, page: int) -> HttpResponse:
    """One page of an example as a picture."""
    examples = examples_of(request, found(request, pk))
    picture = picture_of(examples[example - 1][1], page) if 1 <= example <= len(examples) else None
    if picture is None:
        raise Http404
    return HttpResponse(picture, content_type="image/png")


@require_POST
def begin(request: OfficerRequest, pk: int) -> HttpResponse:
    return done(request, pk, lambda version: revise(version, by=request.officer, at=timezone.now()))


def edit(request: OfficerRequest, pk: int) -> HttpResponse:
    """The draft as text, with the list of what may be named. Wrong, it comes back with everything typed."""
    editors_only(request)
    version = found(request, pk)
    typed = request.POST if request.method == "POST" else None
    form = TemplateForm(typed, officer=request.officer, at=timezone.now(), file=version)
    if form.is_bound and form.is_valid():
        return done(request, pk, lambda draft: change(draft, by=request.officer, at=form.at, **form.cleaned_data))
    status = 422 if form.is_bound else 200
    return render(request, "casework/template_edit.html", {**about(version), "form": form}, status=status)


@require_POST
def activate(request: OfficerRequest, pk: int) -> HttpResponse:
    editors_only(request)
    form = InForceForm(request.POST, officer=request.officer, at=timezone.now(), file=found(request, pk))
    if not form.is_valid():
        messages.error(request, _("Please enter the day from which it is in force."))
        return redirect("casework:template", pk)
    return done(request, pk, lambda draft: put_in_force(draft, by=request.officer, at=form.at, **form.cleaned_data))


def done(request: OfficerRequest, pk: int, act: Callable[[DocumentTemplate], DocumentTemplate]) -> HttpResponse:
    """One act on a version; refused, the reasons stand on its page."""
    editors_only(request)
    try:
        pk = act(found(request, pk)).pk
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("casework:template", pk)
