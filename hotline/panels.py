"""What the hotline knows about a file of another app: where it came from."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.panels import Line, Panel
from disputes.models import DisputeCase
from hotline.models import CallRecord, WorkOrder
from hotline.querysets import OrderQuerySet
from organizations.models import Officer
from supervision.models import SupervisionMatter

MOST = 20


def panels(file: Any, officer: Officer) -> list[Panel]:
    """On a case or a matter: the work orders it was opened from, with their calls, as far as the officer may know."""
    rows = WorkOrder.objects.visible_to(officer)
    if isinstance(file, DisputeCase):
        return origin_panel(rows.filter(case=file), officer)
    if isinstance(file, SupervisionMatter):
        return origin_panel(rows.filter(matter=file), officer)
    return []


def origin_panel(rows: OrderQuerySet, officer: Officer) -> list[Panel]:
    orders = list(rows.for_list()[:MOST])
    calls = set(CallRecord.objects.visible_to(officer).filter(orders__in=orders).values_list("pk", flat=True))
    lines = [line for order in orders for line in lines_of(order, calls)]
    return [Panel(_("From the hotline"), lines)] if lines else []


def lines_of(order: WorkOrder, calls: set[int]) -> list[Line]:
    found = [Line(str(order), order.get_absolute_url(), order.get_state_display())]
    if order.call_id in calls:
        found.append(Line(str(order.call), order.call.get_absolute_url(), order.call.get_request_type_display()))
    return found
