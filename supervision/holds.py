"""Matters that keep the file of a case from being destroyed."""

from __future__ import annotations

from disputes.models import DisputeCase
from supervision.models import SupervisionMatter


def open_on(case: DisputeCase) -> list[str]:
    """The matters opened from the case which are not closed."""
    return [str(matter) for matter in SupervisionMatter.objects.filter(case=case).exclude(state="closed")]
