"""Chases, circulars and the hours booked for callbacks."""

from __future__ import annotations

from django.db.models import Count
from django.db.models.functions import TruncHour
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import list_page, visible
from hotline.bookings import load_table
from hotline.models import CallbackBooking, Chase, Circular, WorkOrder
from organizations.http import OfficerRequest

MOST = 100


def chase_letter(request: OfficerRequest, pk: int, chase_pk: int) -> HttpResponse:
    """The written chase alone, as it prints. It names no caller."""
    order = visible(request, WorkOrder, pk)
    rows = Chase.objects.visible_to(request.officer).select_related("deadline__rule", "unit")
    chase = get_object_or_404(rows, order=order, pk=chase_pk)
    return render(request, "hotline/chase.html", {"file": order, "call": order.call, "chase": chase})


def circulars(request: OfficerRequest) -> HttpResponse:
    """The weekly circulars in scope, the newest first."""
    rows = Circular.objects.visible_to(request.officer).select_related("org").annotate(listed=Count("entries"))
    return list_page(request, rows, "hotline/circulars.html", title=_("Weekly circulars"))


def circular(request: OfficerRequest, pk: int) -> HttpResponse:
    """One circular, as it prints: what was true when the week ended."""
    found = get_object_or_404(Circular.objects.visible_to(request.officer).select_related("org"), pk=pk)
    entries = found.entries.select_related("unit", "order__call__category__parent")
    return render(request, "hotline/circular.html", {"circular": found, "entries": entries})


def callbacks(request: OfficerRequest) -> HttpResponse:
    """How many callbacks are booked for each hour, and which."""
    rows = CallbackBooking.objects.visible_to(request.officer).open()
    hours = rows.annotate(hour=TruncHour("planned_at")).order_by("hour").values_list("hour").annotate(n=Count("pk"))
    planned = rows.select_related("order__call", "order__org").order_by("planned_at", "pk")[:MOST]
    page = {"title": _("Planned callbacks"), "load": load_table(hours), "planned": planned, "now": timezone.now()}
    return render(request, "hotline/callbacks.html", page)
