"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .dispatching import RuleQuerySet
from .knowledge import DRAFTERS, VersionQuerySet
from .orders import OPEN, ORDER_READERS, REPORTING, OrderQuerySet
from .parts import AttemptQuerySet, BookingQuerySet, CircularQuerySet, LinkQuerySet, OrderPartQuerySet, RequestQuerySet
from .quality import ReviewQuerySet, SampleQuerySet, SheetQuerySet

__all__ = [
    "CALL_READERS",
    "DRAFTERS",
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
    "ReviewQuerySet",
    "RuleQuerySet",
    "SampleQuerySet",
    "SheetQuerySet",
    "VersionQuerySet",
]
