"""Marking an order whose limit is near; chasing and pressing one that is late, or was asked for again."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from casework import deadlines
from casework.locking import lock
from casework.transactions import one_transaction
from casework.workflow import Act
from hotline.models import Chase, Circular, CircularEntry, OrderDeadline, WorkOrder
from hotline.workflow import ORDERS
from organizations.models import Duty, Officer, UnionOrg

# Nobody at the unit has it yet, or it is back at the hotline: its duty leader is chased, not the head of the unit.
OF_THE_HOTLINE = {
    "order.dispatch",
    "order.dispatch.urgent",
    "order.sign.urgent",
    "order.callback",
    "order.check",
    "order.close",
}


@one_transaction
def warn(order: WorkOrder, *, by: Officer, at: datetime, due_on: date) -> WorkOrder:
    """A limit is near: the order gets the yellow mark, once for each limit."""
    held: WorkOrder = lock(order, by)
    if held.due_on != due_on or held.yellow_for == due_on:
        return held
    return ORDERS.advance(held, "warn", by=by, at=at, note=due_on.isoformat(), yellow_for=due_on)


@one_transaction
def chase(order: WorkOrder, *, by: Officer, at: datetime, clock: OrderDeadline) -> WorkOrder:
    """A clock ran out: a written chase to the head of the unit, once for each clock."""
    held: WorkOrder = lock(order, by)
    running = held.deadlines.ticking().filter(pk=clock.pk, chase=None).select_related("rule").first()
    if running is None:
        return order
    today = timezone.localdate(at)
    held = ORDERS.advance(held, "chase", by=by, at=at, note=str(running.rule), chased_on=today)
    addressee = Duty.DUTY_LEADER if running.rule.code in OF_THE_HOTLINE else Duty.COMMITTEE_DIRECTOR
    Chase.objects.create(order=held, deadline=running, unit=held.org, addressee=addressee, at=at, by=by)
    return held


@one_transaction
def press(order: WorkOrder, *, by: Officer, at: datetime, cause: str, reason: str = "") -> WorkOrder:
    """The order is pressed: from now on the unit reports once a week until it ends."""
    order = ORDERS.advance(order, "press", by=by, at=at, note=reason, pressed_at=at, press_cause=cause)
    if order.owes_reports:
        deadlines.start(order, "order.press_report", timezone.localdate(at))
    return order


def press_for_repeat(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """The caller had to ask again. An order that is pressed already is not pressed twice."""
    if order.is_pressed or not order.is_open:
        return order
    return press(order, by=by, at=at, cause=WorkOrder.PressCause.REPEAT_CALL)


@one_transaction
def report_progress(order: WorkOrder, *, by: Officer, at: datetime, text: str) -> WorkOrder:
    """The weekly report on a pressed order; the next one is due a week later."""
    today = timezone.localdate(at)
    order = ORDERS.advance(order, "report_progress", by=by, at=at)
    order.reports.create(by=by, at=at, text=text)
    deadlines.meet(order, "order.press_report", today)
    deadlines.start(order, "order.press_report", today)
    return order


@one_transaction
def issue_circular(
    org: UnionOrg, *, by: Officer, at: datetime, week_from: date, late: list[tuple[OrderDeadline, int]]
) -> Circular | None:
    """List what was far behind when the week ended. None when this week's circular was issued before.

    `late` are the clocks with their working days of delay, one for each order.
    """
    new = {"scope": org.path, "issued_at": at, "issued_by": by}
    circular, made = Circular.objects.get_or_create(org=org, week_from=week_from, defaults=new)
    if not made:
        return None
    for clock, days in late:
        order = lock(clock.file, by)
        CircularEntry.objects.create(
            circular=circular,
            order=order,
            unit=clock.file.org,
            rule=clock.rule.label,
            due_on=clock.due_on,
            days_late=days,
        )
        ORDERS.record(order, "list_in_circular", act=Act(by, at), note=str(circular))
    return circular
