"""What the hotline knows about a file of another app: where it came from."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Contact, Line, Panel
from disputes.models import DisputeCase
from hotline.models import CallerFlag, CallRecord, WorkOrder
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


def contact(file: Any, officer: Officer) -> Contact:
    """How the caller behind a file may be spoken with: shown to whoever may see the file, without saying who it is."""
    calls = calls_behind(file)
    forbidden = any(call.do_not_call for call in calls) or is_flagged(calls, officer)
    lines = [line for call in calls for line in call.contact_lines()]
    return Contact(list(dict.fromkeys(lines)), forbidden)


def calls_behind(file: Any) -> list[CallRecord]:
    if isinstance(file, CallRecord):
        return [file]
    if isinstance(file, WorkOrder):
        return [file.call]
    if isinstance(file, DisputeCase):
        orders = file.work_orders.select_related("call").prefetch_related("call__flags")
        return [order.call for order in orders[:MOST]]
    return []


def is_flagged(calls: list[CallRecord], officer: Officer) -> bool:
    """Whether a flag forbids to ring: one set on these calls, or one of their callers the officer may know of."""
    if not calls:
        return False
    today, kind = timezone.localdate(), CallerFlag.Kind.DO_NOT_CALL
    if any(flag.kind == kind and not flag.is_over(today) for call in calls for flag in call.flags.all()):
        return True
    return CallerFlag.objects.visible_to(officer).of_callers(calls).in_force(today).filter(kind=kind).exists()
