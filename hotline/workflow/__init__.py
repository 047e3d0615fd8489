"""The tables of steps: how a call ends, the way of a work order, and of an article."""

from .calls import CALLS
from .knowledge import KNOWLEDGE
from .orders import ORDERS
from .quality import REVIEWS

__all__ = ["CALLS", "KNOWLEDGE", "ORDERS", "REVIEWS"]
