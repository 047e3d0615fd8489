"""What the administrator keeps for the hotline. Calls, work orders and reviews are not here."""

from . import dispatching, exchanges, quality

__all__ = ["dispatching", "exchanges", "quality"]
