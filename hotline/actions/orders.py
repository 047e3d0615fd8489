"""A work order on its way to the unit that handles it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from casework import deadlines
from casework.numbering import take_number
from hotline.models import CallRecord, WorkOrder
from hotline.workflow import ORDERS
from organizations.models import Officer, UnionOrg


def create(call: CallRecord, *, by: Officer, at: datetime, time_class: str, urgent: bool) -> WorkOrder:
    """A new order. The clocks for dispatch and for the result run from the day the call came in."""
    order = WorkOrder(call=call, org=call.org, scope=call.scope, time_class=time_class, urgent=urgent)
    order.number = take_number(call.org, "order", timezone.localdate(at))
    ORDERS.begin(order, "register", by=by, at=at)
    deadlines.start(order, "order.dispatch", call.received_on)
    deadlines.start(order, order.finish_rule, call.received_on)
    return order


@transaction.atomic
def dispatch(
    order: WorkOrder, *, by: Officer, at: datetime, dispatched_to: UnionOrg | None, handler: Officer | None = None
) -> WorkOrder:
    """Send the order to a unit of the own subtree, or to one of its case officers. It moves into that unit's scope."""
    today = timezone.localdate(at)
    unit = dispatched_to or order.org
    order = ORDERS.advance(
        order,
        "dispatch",
        by=by,
        at=at,
        dispatched_to=dispatched_to,
        org=unit,
        scope=unit.path,
        handler=handler,
        dispatched_on=today,
    )
    deadlines.meet(order, "order.dispatch", today)
    deadlines.start(order, "order.sign", today)
    return order


@transaction.atomic
def sign_for(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """The receiving unit takes the order on; whoever signs handles it."""
    today = timezone.localdate(at)
    order = ORDERS.advance(order, "sign_for", by=by, at=at, handler=by, signed_on=today)
    deadlines.meet(order, "order.sign", today)
    deadlines.start(order, "order.first_contact", today)
    return order


@transaction.atomic
def return_order(order: WorkOrder, *, by: Officer, at: datetime, reason: str) -> WorkOrder:
    """Not ours: back to the organisation that took the call. Until it decides, the unit stays responsible."""
    today = timezone.localdate(at)
    returned = {"dispatched_to": None, "handler": None, "returns": order.returns + 1}
    order = ORDERS.advance(order, "return_order", by=by, at=at, note=reason, **returned)
    deadlines.meet(order, "order.sign", today)
    deadlines.start(order, "order.dispatch", today)
    return order
