"""The tables of steps: how a call ends, and the way of a work order."""

from .calls import CALLS
from .orders import ORDERS
from .quality import REVIEWS

__all__ = ["CALLS", "ORDERS", "REVIEWS"]
