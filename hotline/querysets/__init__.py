"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .flags import FlagQuerySet
from .orders import OPEN, ORDER_READERS, AttemptQuerySet, OrderQuerySet

__all__ = ["CALL_READERS", "OPEN", "ORDER_READERS", "AttemptQuerySet", "CallQuerySet", "FlagQuerySet", "OrderQuerySet"]
