"""The work orders in scope, and one of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import file_page, list_page, visible
from hotline.forms import OrderFilter
from hotline.hints import first_contact
from hotline.models import CallRecord, Circular, WorkOrder
from hotline.querysets import OrderQuerySet
from hotline.views.calls import flags_of, may_reveal
from hotline.views.links import cases_of
from organizations.http import OfficerRequest
from organizations.models import Officer
from supervision.models import SupervisionDocument, SupervisionMatter

MOST = 20


def orders(request: OfficerRequest) -> HttpResponse:
    """The work orders in scope: urgent ones first, then by their next day; all of them by age."""
    form = OrderFilter({"show": "open", **request.GET.dict()})
    rows = chosen_orders(form, request.officer)
    return list_page(
        request,
        rows,
        "hotline/orders.html",
        ordering="-pk" if form.chosen("show") == "all" else "turn",
        title=_("Work orders"),
        filter_form=form,
    )


def chosen_orders(form: OrderFilter, officer: Officer) -> OrderQuerySet:
    every: OrderQuerySet = WorkOrder.objects.visible_to(officer).for_list()
    today = timezone.localdate()
    choices = {
        "mine": every.open().filter(handler=officer),
        "dispatch": every.to_dispatch(),
        "sign": every.to_sign(),
        "callback": every.to_call_back(),
        "hold": every.on_hold(),
        "overdue": every.late(timezone.now(), today),
        "urgent": every.urgent(),
        "yellow": every.yellow(today),
        "chased": every.chased(),
        "pressed": every.pressed(),
        "all": every,
    }
    rows = choices.get(form.chosen("show"), every.open())
    if (days := form.chosen("due_in")) is not None:
        rows = rows.due_within(today + timedelta(days=days))
    if form.chosen("unit"):
        rows = rows.of_unit(officer)
    if time_class := form.chosen("time_class"):
        rows = rows.filter(time_class=time_class)
    if name := form.chosen("employer"):
        rows = rows.naming(name, officer)
    return rows


def order_page(request: OfficerRequest, pk: int) -> HttpResponse:
    order = visible(request, WorkOrder, pk)
    return file_page(
        request,
        order,
        "hotline/order.html",
        call=order.call,
        flags=flags_of(request.officer, order.call),
        attempts=order.attempts.since(order.fed_back_at),
        planned=order.bookings.open().first(),
        may_reveal=may_reveal(request.officer, order),
        **followed_by(order, request.officer),
        **followed_up(order, request.officer),
    )


def followed_by(order: WorkOrder, officer: Officer) -> dict[str, Any]:
    """What came out of the order, what was said about it later, and what was merged into it."""
    return {
        "cases": cases_of(order.call, officer),
        "matter_open": order.matter_id
        and SupervisionMatter.objects.visible_to(officer).filter(pk=order.matter_id).exists(),
        "documents": SupervisionDocument.objects.visible_to(officer)
        .filter(matter__isnull=False, matter=order.matter_id)
        .for_list()[:MOST],
        "later_calls": CallRecord.objects.visible_to(officer).filter(about=order).order_by("pk")[:MOST],
        "merged": WorkOrder.objects.visible_to(officer).filter(merged_into=order).order_by("pk")[:MOST],
    }


def followed_up(order: WorkOrder, officer: Officer) -> dict[str, Any]:
    """Chases, reports and circulars; who is responsible while nobody has been found to hand it to."""
    handing_over = order.state == WorkOrder.State.REGISTERED and order.returns > 0
    return {
        "chases": order.chases.select_related("deadline__rule"),
        "reports": order.reports.select_related("by__user", "by__org")[:MOST],
        "requests": order.extension_requests.select_related("asked_by__user", "asked_by__org", "decided_by__user"),
        "circulars": Circular.objects.visible_to(officer).filter(entries__order=order).order_by("pk")[:MOST],
        "handing_over": handing_over,
        "hint": first_contact(order, timezone.localdate()) if handing_over or order.state == "dispatched" else "",
    }
