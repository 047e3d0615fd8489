"""The tables of steps: how a call ends, the way of a work order, of a roster, a shift and an incident."""

from .calls import CALLS
from .incidents import INCIDENTS
from .orders import ORDERS
from .rosters import ROSTERS, SHIFTS

__all__ = ["CALLS", "INCIDENTS", "ORDERS", "ROSTERS", "SHIFTS"]
