"""The figures of calls and work orders."""

from __future__ import annotations

from reports.indicators.value import Counts
from reports.rates import Rate


def calls_offered(c: Counts) -> int:
    """Calls that rang in the period."""
    return c["calls_offered"]


def calls_answered(c: Counts) -> int:
    """Calls answered."""
    return c["calls_answered"]


def connection_rate(c: Counts) -> Rate:
    """Answered ÷ (offered − abandoned within 5 seconds)."""
    return Rate(c["calls_answered"], c["calls_offered"] - c["calls_abandoned"])


def answered_quickly_rate(c: Counts) -> Rate:
    """Answered within 15 seconds ÷ answered."""
    return Rate(c["calls_quick"], c["calls_answered"])


def direct_answer_rate(c: Counts) -> Rate:
    """Valid requests closed without a work order ÷ valid requests."""
    return Rate(c["requests_direct"], c["requests_valid"])


def work_orders(c: Counts) -> int:
    """Work orders opened in the period."""
    return c["work_orders"]


def dispatch_on_time_rate(c: Counts) -> Rate:
    """Work orders to be dispatched by a day of the period: dispatched on or before it ÷ all."""
    return Rate(c["dispatched_on_time"], c["dispatches_due"])


def sign_on_time_rate(c: Counts) -> Rate:
    """Work orders to be signed for by a day of the period: signed for, or returned, on or before it ÷ all."""
    return Rate(c["signed_on_time"], c["signatures_due"])


def on_time_completion_rate(c: Counts) -> Rate:
    """Work orders due in the period: finished on or before their day ÷ all."""
    return Rate(c["orders_on_time"], c["orders_due"])


def satisfaction_rate(c: Counts) -> Rate:
    """(Very satisfied + satisfied) ÷ rated; neutral counts as rated, unreachable does not."""
    return Rate(c["satisfied"], c["rated"])


def callback_rate(c: Counts) -> Rate:
    """Callbacks due in the period: called back, reached or not ÷ all."""
    return Rate(c["called_back"], c["callbacks_due"])


def redo_rate(c: Counts) -> Rate:
    """Work orders closed in the period: sent back or done again at least once ÷ all."""
    return Rate(c["orders_redone"], c["orders_closed"])


def repeat_call_rate(c: Counts) -> Rate:
    """Valid requests of the period: repeated ÷ all. Repeated is what is about an earlier order, or was merged into one,
    or comes from the same number on the same category within the days of the policy `repeat_call_days`."""
    return Rate(c["requests_repeated"], c["requests_valid"])


def valid_requests(c: Counts) -> int:
    """Requests of the period that say something, whatever way they came."""
    return c["requests_valid"]


def orders_pressed(c: Counts) -> int:
    """Work orders pressed in the period."""
    return c["orders_pressed"]


def orders_chased(c: Counts) -> int:
    """Written chases of the period, one for each clock that ran out."""
    return c["orders_chased"]


def group_incidents(c: Counts) -> int:
    """Strikes, gatherings and other incidents that became known in the period."""
    return c["group_incidents"]
