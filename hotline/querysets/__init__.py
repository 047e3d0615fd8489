"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .lines import (
    ANSWER_CALLS,
    ExchangeQuerySet,
    HandoverQuerySet,
    LineCallQuerySet,
    LineEventQuerySet,
    SeatQuerySet,
)
from .orders import OPEN, ORDER_READERS, AttemptQuerySet, OrderQuerySet

__all__ = [
    "ANSWER_CALLS",
    "CALL_READERS",
    "OPEN",
    "ORDER_READERS",
    "AttemptQuerySet",
    "CallQuerySet",
    "ExchangeQuerySet",
    "HandoverQuerySet",
    "LineCallQuerySet",
    "LineEventQuerySet",
    "OrderQuerySet",
    "SeatQuerySet",
]
