"""What people keep of the list of cases, and acts on many of them at once."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casework import worklists
from casework.errors import Refused
from casework.models import SavedView
from casework.pages import mark_of
from casework.safekeeping import open_once
from disputes.actions import bulk
from disputes.columns import KEEPERS, PAGE, columns_of
from disputes.forms import BulkForm, CaseFilter, ColumnsForm, ViewForm
from disputes.models import BulkRun, DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from organizations.http import OfficerRequest

from .cases import MAY_ASSIGN


def keep(request: OfficerRequest) -> HttpResponse:
    """The columns of the list, and its filters under a name."""
    if request.officer.duty not in KEEPERS:
        raise PermissionDenied
    query = CaseFilter(QueryDict(request.GET.get("in", "")), officer=request.officer).query
    wanted = request.POST.get("keep", "")
    who: dict[str, Any] = {"officer": request.officer, "at": timezone.now()}
    named = ViewForm({**request.POST.dict(), "query": query} if wanted == "view" else None, **who)
    chosen = {"columns": [column.name for column in columns_of(request.officer)]}
    columns = ColumnsForm(request.POST if wanted == "columns" else None, initial=chosen, **who)
    try:
        if wanted == "view" and named.is_valid():
            worklists.save_view(request.officer, PAGE, **named.cleaned_data)
            messages.success(request, _("The view “%(name)s” is kept.") % {"name": named.cleaned_data["name"]})
            return back(query)
        if wanted == "columns" and columns.is_valid():
            worklists.choose_columns(request.officer, PAGE, columns.cleaned_data["columns"])
            return back(query)
    except Refused as refused:
        named.add_error("name", refused.reasons[0])
    views = SavedView.objects.visible_to(request.officer).of_page(PAGE)
    page = {
        "title": _("Views and columns"),
        "named": named,
        "columns_form": columns,
        "query": query,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return render(request, "disputes/keep.html", {**page, "views": views}, status=status)


@require_POST
def drop(request: OfficerRequest, pk: int) -> HttpResponse:
    """Remove one's own view; of a colleague's view nobody learns that it is there."""
    try:
        worklists.drop_view(request.officer, pk)
    except SavedView.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("The view is removed."))
    return redirect("disputes:cases-keep")


def back(query: str) -> HttpResponse:
    return redirect(f"{reverse(PAGE)}?{query}")


def many(request: OfficerRequest) -> HttpResponse:
    """Assign or release the chosen cases, with one reason."""
    if request.officer.duty not in MAY_ASSIGN:
        raise PermissionDenied
    cases = chosen(request)
    page = {"title": _("Act on the chosen cases"), "cases": cases.for_list()[: bulk.MOST], "mark": mark_of(request)}
    posted = request.POST if request.method == "POST" else None
    form = BulkForm(posted, officer=request.officer, at=timezone.now())
    if posted is None or not form.is_valid():
        status = HTTPStatus.OK if posted is None else HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "disputes/many.html", {**page, "form": form}, status=status)
    try:
        begin = partial(bulk.begin_run, by=request.officer, at=form.at, cases=cases, **form.cleaned_data)
        address, run = open_once(request, begin)
    except Refused as refused:
        return render(request, "disputes/many.html", {**page, "form": form, "reasons": refused.reasons}, status=409)
    if run:
        bulk.carry_out(run, by=request.officer, at=form.at)
    return redirect(address)


def chosen(request: OfficerRequest) -> DisputeCaseQuerySet:
    """The cases ticked in the list, those that are in scope; what is no key is left out."""
    ticked = (request.POST if request.method == "POST" else request.GET).getlist("case")
    keys = {int(key) for key in ticked if key.isdecimal() and len(key) < 19}
    rows: DisputeCaseQuerySet = DisputeCase.objects.visible_to(request.officer).filter(pk__in=keys)
    return rows


def run_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """What came of each case; within five minutes the whole can be taken back."""
    run = own_run(request, pk)
    items = list(run.items.select_related("case", "mediator__user").prefetch_related("case__parties"))
    done = sum(item.is_done for item in items)
    page: dict[str, Any] = {"title": run.get_verb_display(), "run": run, "items": items, "done": done}
    page |= {"failed": len(items) - done, "may_undo": done and run.may_be_undone(timezone.now())}
    return render(request, "disputes/many_done.html", page)


@require_POST
def undo(request: OfficerRequest, pk: int) -> HttpResponse:
    run = own_run(request, pk)
    try:
        bulk.undo(run, by=request.officer, at=timezone.now())
    except Refused as refused:
        messages.error(request, refused.reasons[0])
    return redirect(run)


def own_run(request: OfficerRequest, pk: int) -> BulkRun:
    rows = BulkRun.objects.visible_to(request.officer).select_related("mediator__user", "mediator__org")
    run: BulkRun = get_object_or_404(rows, pk=pk)
    return run
