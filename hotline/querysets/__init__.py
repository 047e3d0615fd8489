"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .dispatching import RuleQuerySet
from .orders import OPEN, ORDER_READERS, REPORTING, OrderQuerySet
from .parts import (
    AttemptQuerySet,
    BookingQuerySet,
    CircularQuerySet,
    LinkQuerySet,
    OrderPartQuerySet,
    RequestQuerySet,
)

__all__ = [
    "CALL_READERS",
    "OPEN",
    "ORDER_READERS",
    "REPORTING",
    "AttemptQuerySet",
    "BookingQuerySet",
    "CallQuerySet",
    "CircularQuerySet",
    "LinkQuerySet",
    "OrderPartQuerySet",
    "OrderQuerySet",
    "RequestQuerySet",
    "RuleQuerySet",
]
