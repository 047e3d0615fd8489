"""What the administrator keeps for the hotline. Calls, work orders and reviews are not here."""

from . import dispatching, quality

__all__ = ["dispatching", "quality"]
