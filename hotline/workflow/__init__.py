"""The tables of steps: how a call ends, the way of a work order, and of an article."""

from .calls import CALLS
from .incidents import INCIDENTS
from .knowledge import KNOWLEDGE
from .orders import ORDERS
from .quality import REVIEWS
from .rosters import ROSTERS, SHIFTS

__all__ = [
    "CALLS",
    "INCIDENTS",
    "KNOWLEDGE",
    "ORDERS",
    "REVIEWS",
    "ROSTERS",
    "SHIFTS",
]
