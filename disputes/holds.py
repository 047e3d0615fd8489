"""Cases that keep the file of another one from being destroyed."""

from __future__ import annotations

from disputes.models import DisputeCase


def open_on(case: DisputeCase) -> list[str]:
    """Open cases tied to this one: its parts, what was split off or reopened from it, and linked ones."""
    return [str(other) for other in DisputeCase.objects.related_to(case).still_open()]
