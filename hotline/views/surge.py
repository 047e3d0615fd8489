"""快速登记: one short form, again and again, for whoever answers calls."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused
from casework.pages import mark_of
from casework.safekeeping import open_once
from hotline.models import CallRecord, SurgeSheet
from hotline.verbs import REGISTER_ONE
from organizations.http import OfficerRequest
from organizations.models import Officer

TEMPLATE = "hotline/surge.html"
SHOWN = 10


def surges(request: OfficerRequest) -> HttpResponse:
    """The sheets open now; for the key on the desk."""
    rows = SurgeSheet.objects.visible_to(request.officer).open().for_page()
    return render(request, "hotline/surges.html", {"title": _("Quick registration"), "sheets": rows})


def surge_page(request: OfficerRequest, pk: int) -> HttpResponse:
    """The sheet with what is registered so far. A refused form keeps what was typed."""
    sheet = get_object_or_404(SurgeSheet.objects.visible_to(request.officer).for_page(), pk=pk)
    at = timezone.now()
    if request.method != "POST":
        return shown(request, sheet, REGISTER_ONE.form(officer=request.officer, at=at))
    form = REGISTER_ONE.form(request.POST, officer=request.officer, at=at)
    if not form.is_valid():
        return shown(request, sheet, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _address, call = open_once(
            request, lambda: REGISTER_ONE.action(sheet, by=request.officer, at=at, **form.cleaned_data)
        )
    except Refused as refused:
        return shown(request, sheet, form, status=HTTPStatus.CONFLICT, reasons=refused.reasons)
    if call:
        messages.success(request, _("Registered under %(number)s.") % {"number": call})
    return redirect(sheet)


def shown(
    request: OfficerRequest, sheet: SurgeSheet, form: Any, *, status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    registered = calls_of(request.officer, sheet)
    page = {
        "title": _("Quick registration"),
        "sheet": sheet,
        "form": form,
        "mark": mark_of(request),
        "totals": sums_of(registered),
        "calls": registered.for_list()[:SHOWN],
    }
    return render(request, TEMPLATE, {**page, **more}, status=status)


def calls_of(officer: Officer, sheet: SurgeSheet) -> Any:
    """The calls of this wave as far as the officer may know of them."""
    return CallRecord.objects.visible_to(officer).filter(pk__in=sheet.call_ids())


def sums_of(calls: Any) -> dict[str, Any]:
    """How many calls, how many people and how much money they speak of."""
    sums: dict[str, Any] = calls.aggregate(calls=Count("pk"), people=Sum("workers_affected"), money=Sum("amount"))
    return sums
