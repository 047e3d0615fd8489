"""The work orders in scope, and one of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import file_page, list_page, visible
from hotline.forms import OrderFilter
from hotline.models import WorkOrder
from hotline.querysets import OrderQuerySet
from hotline.views.calls import flags_of, may_reveal
from organizations.http import OfficerRequest
from organizations.models import Officer


def orders(request: OfficerRequest) -> HttpResponse:
    """The work orders in scope, the most urgent first while they are open."""
    form = OrderFilter({"show": "open", **request.GET.dict()})
    return list_page(
        request,
        chosen_orders(form, request.officer),
        "hotline/orders.html",
        title=_("Work orders"),
        filter_form=form,
    )


def chosen_orders(form: OrderFilter, officer: Officer) -> OrderQuerySet:
    rows: OrderQuerySet = WorkOrder.objects.visible_to(officer).for_list()
    match form.chosen("show"):
        case "mine":
            rows = rows.open().filter(handler=officer)
        case "dispatch":
            rows = rows.to_dispatch()
        case "sign":
            rows = rows.to_sign()
        case "callback":
            rows = rows.to_call_back()
        case "overdue":
            rows = rows.overdue(timezone.localdate())
        case "open":
            rows = rows.open()
    if time_class := form.chosen("time_class"):
        rows = rows.filter(time_class=time_class)
    if name := form.chosen("employer"):
        rows = rows.filter(call__employer_name__icontains=name)
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
        may_reveal=may_reveal(request.officer, order),
    )
