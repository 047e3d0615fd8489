"""A work order on its way to the unit that handles it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone

from casework import deadlines
from casework.numbering import take_number
from casework.transactions import one_transaction
from hotline.models import CallRecord, WorkOrder
from hotline.units import Proposal, propose
from hotline.workflow import ORDERS
from organizations.models import Officer, UnionOrg


def create(call: CallRecord, *, by: Officer, at: datetime, time_class: str, urgent: bool) -> WorkOrder:
    """A new order. The clocks for dispatch and for the result run from the day the call came in."""
    order = WorkOrder(call=call, org=call.org, scope=call.scope, time_class=time_class, urgent=urgent)
    order.number = take_number(call.org, "order", timezone.localdate(at))
    ORDERS.begin(order, "register", by=by, at=at)
    with deadlines.together(order):
        start_clock(order, "dispatch", at, call.received_on)
        deadlines.start(order, order.finish_rule, call.received_on)
    return order


def start_clock(order: WorkOrder, act: str, at: datetime, on: Any = None) -> None:
    """The clock for an act on the way: a working day, or minutes from this instant where it is urgent."""
    if order.urgent:
        deadlines.start_timed(order, order.clock(act), at)
    else:
        deadlines.start(order, order.clock(act), on or timezone.localdate(at))


@one_transaction
def dispatch(
    order: WorkOrder,
    *,
    by: Officer,
    at: datetime,
    dispatched_to: UnionOrg | None,
    handler: Officer | None = None,
    reason: str = "",
) -> WorkOrder:
    """Send the order to a unit of the own subtree, or to one of its case officers. It moves into that unit's scope.

    `reason` says why it is not the unit the rules propose; it stays with the order and in its history.
    """
    proposal = propose(order.call.category, order.call.region, by, timezone.localdate(at))
    return send(order, proposal, by=by, at=at, unit=dispatched_to, handler=handler, reason=reason)


def send(
    order: WorkOrder,
    proposal: Proposal,
    *,
    by: Officer,
    at: datetime,
    unit: UnionOrg | None,
    handler: Officer | None,
    reason: str,
    take: Callable[..., WorkOrder] = ORDERS.advance,
) -> WorkOrder:
    """As `dispatch`, for who knows already what the rules propose, or has just opened the order."""
    today, owner = timezone.localdate(at), unit or order.org
    order = take(
        order,
        "dispatch",
        by=by,
        at=at,
        note=reason,
        dispatched_to=unit,
        org=owner,
        scope=owner.path,
        handler=handler,
        dispatched_on=today,
        dispatch_rule=proposal.rule if proposal.unit == unit else None,
        dispatch_reason=reason,
    )
    with deadlines.together(order):
        deadlines.meet_timed(order, order.clock("dispatch"), at)
        start_clock(order, "sign", at)
        if order.owes_reports:
            deadlines.start(order, "order.press_report", today)
    return order


@one_transaction
def sign_for(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """The receiving unit takes the order on; whoever signs handles it."""
    today = timezone.localdate(at)
    order = ORDERS.advance(order, "sign_for", by=by, at=at, handler=by, signed_on=today)
    with deadlines.together(order):
        deadlines.meet_timed(order, order.clock("sign"), at)
        deadlines.start(order, "order.first_contact", today)
    return order


@one_transaction
def return_order(order: WorkOrder, *, by: Officer, at: datetime, reason: str) -> WorkOrder:
    """Not ours: back to the organisation that took the call. Until it decides, the unit stays responsible."""
    returned = {"dispatched_to": None, "handler": None, "returns": order.returns + 1}
    order = ORDERS.advance(order, "return_order", by=by, at=at, note=reason, **returned)
    with deadlines.together(order):
        deadlines.meet_timed(order, order.clock("sign"), at)
        deadlines.meet(order, "order.press_report", timezone.localdate(at))
        start_clock(order, "dispatch", at)
    return order
