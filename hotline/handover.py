"""What a handover note begins with: what the hotline still has open."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer

MOST = 20


def open_matters_of(officer: Officer) -> str:
    """Urgent orders and calls without an answer, by number and state only.

    Everybody on duty reads the note, so incidents are not in it: the page shows them to those who may know of them.
    """
    urgent = WorkOrder.objects.visible_to(officer).open().filter(urgent=True).order_by("-pk")[:MOST]
    waiting = CallRecord.objects.visible_to(officer).unanswered().order_by("-pk")[:MOST]
    lines = [f"{_('Urgent order')} {order}: {order.get_state_display()}" for order in urgent]
    lines += [f"{_('Call')} {call}: {call.get_state_display()}" for call in waiting]
    return "\n".join(lines)
