"""Generic pages: a list, a file, a step, a new file, a paper. Each app's views name model, verbs and template."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from secrets import token_urlsafe
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.comparing import acts_since, differences
from casework.errors import Refused, StaleFile, WrongDuty
from casework.fields import RowsField
from casework.forms import VerbForm
from casework.paging import page_of
from casework.safekeeping import MARK, draft_of, drop_draft, open_once
from casework.transactions import one_transaction
from casework.verbs import Verb, VerbTable, perform, version_in
from casework.workflow import Act, Workflow
from organizations.http import OfficerRequest


def list_page(
    request: OfficerRequest, rows: QuerySet[Any], template: str, *, ordering: str = "-pk", **context: Any
) -> HttpResponse:
    """One cursor page of the rows; no total is counted."""
    page, following, previous = page_of(request, rows, ordering=ordering)
    return render(request, template, {"page": page, "next": following, "previous": previous, **context})


def visible(request: OfficerRequest, model: type[Model], pk: int) -> Any:
    """The file, or 404 when it is absent or out of scope: nobody can tell which."""
    rows = model._default_manager.visible_to(request.officer)  # type: ignore[attr-defined]
    return get_object_or_404(rows.for_step() if request.method == "POST" else rows.for_page(), pk=pk)


def file_page(request: OfficerRequest, file: Any, template: str, **context: Any) -> HttpResponse:
    """The file with its stages, the steps open to this officer, its clocks and its history."""
    if "offers" not in context:
        context["offers"] = file.offers(Act(request.officer, timezone.now()))
    return render(
        request,
        template,
        {
            "file": file,
            "deadlines": file.deadlines.select_related("rule"),
            "events": file.events.for_timeline(),
            "attachments": file.attachments.select_related("blob", "by__user", "by__org", "by__authority"),
            **context,
        },
    )


def step_page(
    request: OfficerRequest,
    file: Any,
    verbs: VerbTable,
    name: str,
    template: str = "pages/step.html",
    *,
    part: str = "",
    **context: Any,
) -> HttpResponse:
    """The form of one step. Refused or wrong, it comes back with everything typed.

    `part` tells the drafts of a step typed in several parts from each other; its `heading` says which was kept.
    """
    if name not in verbs:
        raise Http404
    verb = verbs.get(name)
    key = "/".join(filter(None, (file.collection, str(file.pk), name, part)))
    page = {"file": file, "verb": name, "label": file.workflow.label(name), "draft_key": key, **context}
    insist_on_duty(request, file.workflow, name)
    if request.method != "POST":
        return show_step(request, file, verb, page, template)
    if wants_row(verb, request.POST):
        page |= {"form": with_rows(request, verb, file), "version": request.POST.get("version")}
        return render(request, template, page)
    form = bound(request, verb, file)
    if not form.is_valid():
        return render(request, template, {**page, "form": form, "version": request.POST.get("version")}, status=422)
    return take_step(request, file, verb, form, page, template)


def insist_on_duty(request: OfficerRequest, workflow: Workflow, verb: str) -> None:
    """403 before anything is typed or checked for somebody whose duty this is not."""
    try:
        workflow.insist_on_duty(verb, Act(request.officer, timezone.now()))
    except WrongDuty as refused:
        raise PermissionDenied(refused.reasons[0]) from refused


def show_step(request: OfficerRequest, file: Any, verb: Verb, page: dict[str, Any], template: str) -> HttpResponse:
    """The empty form, or the draft; where the step is closed, the reasons instead."""
    act = Act(request.officer, timezone.now())
    try:
        file.workflow.check(verb.name, file, act)
    except Refused as refused:
        return render(request, template, {**page, "reasons": refused.reasons}, status=409)
    form = unbound(request, verb, file, page["draft_key"], linked(request, verb))
    return render(request, template, {**page, "form": form, "version": file.version})


def linked(request: OfficerRequest, verb: Verb) -> dict[str, Any]:
    """What the link to the step is about, such as the task that is done: it is chosen in the form already."""
    rows = [name for name, field in verb.form.base_fields.items() if isinstance(field, ModelChoiceField)]
    return {name: request.GET[name] for name in rows if name in request.GET}


def take_step(
    request: OfficerRequest, file: Any, verb: Verb, form: VerbForm, page: dict[str, Any], template: str
) -> HttpResponse:
    version = request.POST.get("version", "")
    try:
        file = perform_typed(request, verb, file, form, version_in(version), page["draft_key"])
    except StaleFile:
        file.refresh_from_db()
        page |= {"stale": True, "since": acts_since(file, version), "differences": differences(form, file)}
        page["version"] = file.version
        return render(request, template, {**page, "form": form}, status=409)
    except Refused as refused:
        page |= {"reasons": refused.reasons, "version": version}
        return render(request, template, {**page, "form": form}, status=409)
    messages.success(request, _("Done: %(step)s.") % {"step": page.get("heading", page["label"])})
    return redirect(file if still_visible(request, file) else list_url(file))


@one_transaction
def perform_typed(
    request: OfficerRequest, verb: Verb, file: Any, form: VerbForm, version: int | None, draft: str
) -> Any:
    """Take the step with what was typed, which is no draft any more."""
    done = perform(verb, file, by=request.officer, at=form.at, version=version, **form.cleaned_data)
    drop_draft(request.user, draft)
    return done


def still_visible(request: OfficerRequest, file: Any) -> bool:
    """A step may hand the file on to somebody else: then there is no page to go back to."""
    return bool(type(file)._default_manager.visible_to(request.officer).filter(pk=file.pk).exists())


def list_url(file: Any) -> str:
    return reverse(f"{file._meta.app_label}:{file.collection}")


def creation_page(
    request: OfficerRequest,
    verb: Verb,
    key: str,
    template: str,
    *,
    initial: dict[str, Any] | None = None,
    given: dict[str, Any] | None = None,
    beside: Callable[[], dict[str, Any]] = dict,
    **context: Any,
) -> HttpResponse:
    """The form that opens a file. `given` are further arguments of the action; what `beside` finds is looked up only
    when the form is shown, not when it was accepted.
    """
    page = {"verb": verb.name, "draft_key": key, "mark": mark_of(request), **context}

    def show(form: VerbForm, status: int = 200, **more: Any) -> HttpResponse:
        return render(request, template, {**page, **beside(), "form": form, **more}, status=status)

    if verb.opens:
        insist_on_duty(request, verb.opens, verb.name)
    if request.method != "POST":
        return show(unbound(request, verb, None, key, initial))
    if wants_row(verb, request.POST):
        return show(with_rows(request, verb, None))
    form = bound(request, verb, None)
    if not form.is_valid():
        return show(form, 422)
    try:
        opening = partial(verb.action, by=request.officer, at=form.at, **(given or {}), **form.cleaned_data)
        address, file = open_once(request, opening, key)
    except Refused as refused:
        return show(form, 409, reasons=refused.reasons)
    if file:
        messages.success(request, _("Registered under %(number)s.") % {"number": file})
    return redirect(address)


def mark_of(request: OfficerRequest) -> str:
    """Tells one opened form from another; kept while it comes back for correction."""
    return request.POST.get(MARK) or token_urlsafe(16)


def bound(request: OfficerRequest, verb: Verb, file: Any) -> VerbForm:
    return verb.form(request.POST, request.FILES, officer=request.officer, file=file, at=timezone.now())


def unbound(
    request: OfficerRequest, verb: Verb, file: Any, key: str, initial: dict[str, Any] | None = None
) -> VerbForm:
    """The form as it opens, with the draft of this person in it."""
    draft = draft_of(request.user, key)
    restored = typed(verb.form, draft) if draft else {}
    form = verb.form(officer=request.officer, file=file, at=timezone.now(), initial={**(initial or {}), **restored})
    form.restored = bool(restored)  # type: ignore[attr-defined]
    return form


def wants_row(verb: Verb, posted: QueryDict) -> bool:
    """Without script "add a row" is a submit of its own: it asks for room, and does not take the step."""
    return any(f"{name}-add" in posted for name, field in verb.form.base_fields.items() if isinstance(field, RowsField))


def with_rows(request: OfficerRequest, verb: Verb, file: Any) -> VerbForm:
    """The form as it was sent, not judged yet; the page adds spare rows to it."""
    sent = typed(verb.form, request.POST)
    return verb.form(officer=request.officer, file=file, at=timezone.now(), initial=sent)


def typed(form: type[VerbForm], draft: QueryDict) -> dict[str, Any]:
    """What a draft holds for each field, as the form's own widgets read it."""
    fields = form.base_fields.items()
    read = {name: field.widget.value_from_datadict(draft, {}, name) for name, field in fields}
    if form.open_prefix:
        read |= {name: draft[name] for name in draft if name.startswith(form.open_prefix)}
    return {name: value for name, value in read.items() if value not in (None, "")}
