"""Work orders that keep the file of a case from being destroyed."""

from __future__ import annotations

from disputes.models import DisputeCase
from hotline.models import WorkOrder
from hotline.querysets.orders import OPEN


def open_on(case: DisputeCase) -> list[str]:
    """The work orders that led to the case and are still being worked on."""
    return [str(order) for order in WorkOrder.objects.filter(case=case, state__in=OPEN)]
