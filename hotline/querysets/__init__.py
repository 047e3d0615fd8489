"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .knowledge import DRAFTERS, VersionQuerySet
from .orders import OPEN, ORDER_READERS, AttemptQuerySet, OrderQuerySet
from .quality import ReviewQuerySet, SampleQuerySet, SheetQuerySet

__all__ = [
    "CALL_READERS",
    "DRAFTERS",
    "OPEN",
    "ORDER_READERS",
    "AttemptQuerySet",
    "CallQuerySet",
    "OrderQuerySet",
    "ReviewQuerySet",
    "SampleQuerySet",
    "SheetQuerySet",
    "VersionQuerySet",
]
