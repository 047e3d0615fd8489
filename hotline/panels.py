"""What the hotline knows about a file of another app: where it came from."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.panels import Contact, Line, Panel
from disputes.models import DisputeCase
from hotline.models import CallerFlag, CallRecord, CaseLink, GroupIncident, WorkOrder
from hotline.querysets import OrderQuerySet
from organizations.models import Officer
from supervision.models import SupervisionMatter

MOST = 20


def panels(file: Any, officer: Officer) -> list[Panel]:
    """On a case or a matter: the work orders it was opened from, with their calls, as far as the officer may know."""
    rows = WorkOrder.objects.visible_to(officer)
    if isinstance(file, DisputeCase):
        linked = CaseLink.objects.visible_to(officer).filter(case=file).open().values("call")
        return origin_panel(rows.filter(Q(case=file) | Q(call__in=linked)), officer) + linked_panel(file, officer)
    if isinstance(file, SupervisionMatter):
        return origin_panel(rows.filter(matter=file), officer)
    return incident_panel(file, officer)


def origin_panel(rows: OrderQuerySet, officer: Officer) -> list[Panel]:
    orders = list(rows.for_list()[:MOST])
    calls = set(CallRecord.objects.visible_to(officer).filter(orders__in=orders).values_list("pk", flat=True))
    lines = [line for order in orders for line in lines_of(order, calls)]
    return [Panel(_("From the hotline"), lines)] if lines else []


def linked_panel(case: DisputeCase, officer: Officer) -> list[Panel]:
    """Calls that concern the case and led to no work order of their own."""
    links = CaseLink.objects.visible_to(officer).filter(case=case).open()
    calls = CallRecord.objects.visible_to(officer).filter(case_links__in=links, orders=None).order_by("pk")[:MOST]
    lines = [Line(str(call), call.get_absolute_url(), call.get_request_type_display()) for call in calls]
    return [Panel(_("Calls about this case"), lines)] if lines else []


def lines_of(order: WorkOrder, calls: set[int]) -> list[Line]:
    found = [Line(line_text(order), order.get_absolute_url(), order.get_state_display())]
    if order.call_id in calls:
        found.append(Line(str(order.call), order.call.get_absolute_url(), order.call.get_request_type_display()))
    return found


def line_text(order: WorkOrder) -> str:
    """The number with the next day, as long as there is one."""
    return gettext("%(order)s · due %(day)s") % {"order": order, "day": order.due_on} if order.due_on else str(order)


def incident_panel(file: Any, officer: Officer) -> list[Panel]:
    """On a call or an order: the group incident it belongs to, for those who may know of incidents only."""
    rows = GroupIncident.objects.visible_to(officer)
    if isinstance(file, CallRecord):
        rows = rows.filter(calls__call=file)
    elif isinstance(file, WorkOrder):
        rows = rows.filter(orders=file)
    else:
        return []
    lines = [Line(str(row), row.get_absolute_url(), row.get_state_display()) for row in rows[:MOST]]
    return [Panel(_("Group incident"), lines)] if lines else []


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
