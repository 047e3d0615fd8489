"""A work order in the hands of a case officer, from the first contact to the feedback."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from casework import deadlines
from casework.actions import keep_papers
from casework.models import Blob
from casework.transactions import one_transaction
from hotline.models import OrderPause, WorkOrder
from hotline.workflow import ORDERS
from organizations.models import Officer


@one_transaction
def start(order: WorkOrder, *, by: Officer, at: datetime, contacted_on: date, note: str = "") -> WorkOrder:
    """The first contact with the caller has been made; handling begins."""
    order = ORDERS.advance(order, "start", by=by, at=at, note=note, contacted_on=contacted_on)
    deadlines.meet(order, "order.first_contact", contacted_on)
    return order


@one_transaction
def ask_extension(order: WorkOrder, *, by: Officer, at: datetime, days: int, reason: str) -> WorkOrder:
    """Ask the leader of the unit for more working days, before the limit; the caller has been told."""
    order = ORDERS.advance(order, "ask_extension", by=by, at=at, note=reason)
    order.extension_requests.create(days=days, reason=reason, asked_at=at, asked_by=by)
    return order


@one_transaction
def extend(order: WorkOrder, *, by: Officer, at: datetime, days: int, reason: str) -> WorkOrder:
    """Grant more working days, once and before the limit, at most its own length again; the caller has been told.

    Answers the request of the case officer where there is one; a leader may also grant what was asked by word of mouth.
    """
    order = ORDERS.advance(order, "extend", by=by, at=at, note=reason)
    decide(order, by=by, at=at, granted=True, answer=reason)
    today = timezone.localdate(at)
    deadlines.extend(order, order.finish_rule, length=days, reason=reason, on=today)
    return order


@one_transaction
def refuse_extension(order: WorkOrder, *, by: Officer, at: datetime, reason: str) -> WorkOrder:
    """The limit stays as it is."""
    order = ORDERS.advance(order, "refuse_extension", by=by, at=at, note=reason)
    decide(order, by=by, at=at, granted=False, answer=reason)
    return order


def decide(order: WorkOrder, *, by: Officer, at: datetime, granted: bool, answer: str) -> None:
    order.extension_requests.open().update(granted=granted, decided_by=by, decided_at=at, answer=answer)


@one_transaction
def suspend(
    order: WorkOrder, *, by: Officer, at: datetime, reason: str, cause: str = OrderPause.Cause.OTHER_BODY
) -> WorkOrder:
    """The clock for the result stands still while an appraisal, another body or the caller's papers are awaited."""
    order = ORDERS.advance(order, "suspend", by=by, at=at, note=reason)
    deadlines.pause(order, order.finish_rule, on=timezone.localdate(at), reason=reason, cause=cause)
    deadlines.refresh(order)
    return order


@one_transaction
def resume(order: WorkOrder, *, by: Officer, at: datetime) -> WorkOrder:
    """What was awaited has come. The limit moves by the working days the clock stood still."""
    order = ORDERS.advance(order, "resume", by=by, at=at)
    deadlines.resume(order, order.finish_rule, on=timezone.localdate(at))
    return order


@one_transaction
def give_feedback(
    order: WorkOrder,
    *,
    by: Officer,
    at: datetime,
    result: str,
    recovered: Decimal | None = None,
    papers: list[tuple[str, Blob]] | None = None,
    reason: str = "",
) -> WorkOrder:
    """Report result, amount and evidence. An anonymous caller is not called back: the inspector only checks the result.

    `reason` says why it is reported before the dispute case has ended. The result is also the last weekly report.
    """
    today = timezone.localdate(at)
    said = {"result": result, "recovered": recovered, "fed_back_at": at}
    order = ORDERS.advance(order, "give_feedback", by=by, at=at, note=reason, **said)
    keep_papers(order, papers or [], by=by, at=at)
    deadlines.meet(order, order.finish_rule, today)
    deadlines.meet(order, "order.press_report", today)
    order.extension_requests.open().update(granted=False, decided_by=by, decided_at=at)
    deadlines.start(order, "order.check" if order.call.anonymous else "order.callback", today)
    return order
