"""A work order after the feedback: the caller is asked, and it is closed or done again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework import deadlines
from casework.errors import StepRefused
from casework.transactions import one_transaction
from hotline.actions.pressing import press_for_repeat
from hotline.models import WorkOrder
from hotline.workflow import ORDERS
from organizations.models import Officer

CHECKS = ("order.callback", "order.check")  # what the inspector owes once a result is there: one or the other


@one_transaction
def plan_callback(order: WorkOrder, *, by: Officer, at: datetime, planned_at: datetime) -> WorkOrder:
    """Book the hour in which the caller wishes to be rung; it replaces the hour booked before."""
    order = ORDERS.advance(order, "plan_callback", by=by, at=at)
    end_booking(order, at)
    order.bookings.create(planned_at=planned_at, booked_at=at, booked_by=by)
    return order


def end_booking(order: WorkOrder, at: datetime) -> None:
    order.bookings.open().update(ended_at=at)


@one_transaction
def record_attempt(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """Nobody answered the callback. Three attempts on two days stand for a callback."""
    order = ORDERS.advance(order, "record_attempt", by=by, at=at)
    order.attempts.create(by=by, at=at)
    end_booking(order, at)
    return order


@one_transaction
def record_callback(
    order: WorkOrder, *, by: Officer, at: datetime, reached: bool, satisfaction: str = "", attitude: str = ""
) -> WorkOrder:
    """The caller has been asked about result and attitude, or could not be reached, or must not be called."""
    today = timezone.localdate(at)
    unrated = WorkOrder.Satisfaction.NOT_RATED
    said = {"satisfaction": satisfaction, "attitude": attitude} if reached else {}
    asked: dict[str, Any] = {"satisfaction": unrated, "attitude": unrated, "reached": reached, **said}
    order = ORDERS.advance(order, "record_callback", by=by, at=at, called_back_on=today, **asked)
    return asked_about(order, at)


@one_transaction
def rate_by_caller(order: WorkOrder, *, at: datetime, satisfaction: str, attitude: str) -> WorkOrder:
    """The caller, who is no officer, has said it without being rung, once: it stands for the callback."""
    by = Officer.objects.system()
    today = timezone.localdate(at)
    asked: dict[str, Any] = {"satisfaction": satisfaction, "attitude": attitude, "reached": True}
    order = ORDERS.advance(order, "rate_by_caller", by=by, at=at, called_back_on=today, **asked)
    return asked_about(order, at)


def asked_about(order: WorkOrder, at: datetime) -> WorkOrder:
    """The result has been checked: what is left is to close the order, the same day."""
    today = timezone.localdate(at)
    end_booking(order, at)
    meet_each(order, CHECKS, today)
    deadlines.start(order, "order.close", today)
    return order


def meet_each(order: WorkOrder, codes: Sequence[str], today: date) -> None:
    for code in codes:
        deadlines.meet(order, code, today)


@one_transaction
def send_back(order: WorkOrder, *, by: Officer, at: datetime, reason: str) -> WorkOrder:
    """Facts too thin or the worker treated badly: the unit does it again within a new limit, once."""
    again = order.send_backs + 1
    return again_from(ORDERS.advance(order, "send_back", by=by, at=at, note=reason, send_backs=again), at)


@one_transaction
def redo(order: WorkOrder, *, by: Officer, at: datetime, reason: str) -> WorkOrder:
    """The caller is dissatisfied with good reason: the unit does it again within a new limit."""
    return again_from(ORDERS.advance(order, "redo", by=by, at=at, note=reason, redos=order.redos + 1), at)


def again_from(order: WorkOrder, at: datetime) -> WorkOrder:
    """The limit of the redo begins; a pressed order owes its weekly report again."""
    today = timezone.localdate(at)
    end_booking(order, at)
    meet_each(order, [*CHECKS, "order.close"], today)
    deadlines.start(order, "order.redo", today)
    if order.is_pressed:
        deadlines.start(order, "order.press_report", today)
    return order


@one_transaction
def close(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """The order has ended: nothing runs any more."""
    today = timezone.localdate(at)
    order = ORDERS.advance(order, "close", by=by, at=at, closed_on=today)
    deadlines.meet_all(order, today)
    return order


@one_transaction
def archive(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """The time in which it could be taken up again is over."""
    return ORDERS.advance(order, "archive", by=by, at=at)


def held_beside(order: WorkOrder, verb: str, by: Officer) -> WorkOrder:
    """A second order as it is now, held as well. Nobody waits for it while holding the first: two leaders who merge
    the same orders into each other would wait for each other for ever.
    """
    rows = WorkOrder.objects.visible_to(by).select_related("call").filter(pk=order.pk)
    held: WorkOrder | None = rows.select_for_update(of=("self",), skip_locked=True).first()
    if held is None:
        raise StepRefused(verb, _("Somebody is working on the other order at this moment. Please try again."))
    return held


@one_transaction
def merge(order: WorkOrder, *, by: Officer, at: datetime, into: WorkOrder) -> WorkOrder:
    """The same caller on the same matter: this order ends in the other one, which is pressed for a repeated call.

    The merged order stays as it is, with its history, for as long as the other one. Raises StepRefused
    while somebody works on that one.
    """
    into = held_beside(into, "merge", by)
    order = ORDERS.advance(order, "merge", by=by, at=at, merged_into=into)
    end_booking(order, at)
    deadlines.meet_all(order, timezone.localdate(at))
    press_for_repeat(into, by=by, at=at)
    return order
