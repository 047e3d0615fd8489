"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.models import Draft
from casework.panels import Card, Task, bounded
from hotline.models import CallRecord, LineCall, WorkOrder
from hotline.querysets import OrderQuerySet
from organizations.models import Duty, Officer

MOST = 20
DRAFT_KEY = "calls/new"
STEPS = {
    Duty.HOTLINE_OPERATOR: {"registered": "dispatch"},
    Duty.DUTY_LEADER: {"registered": "dispatch"},
    Duty.CASE_OFFICER: {"dispatched": "sign_for", "signed": "start", "in_progress": "give_feedback"},
    Duty.QUALITY_INSPECTOR: {"feedback_given": "record_callback", "callback_done": "close"},
}


def cards(officer: Officer, today: date) -> list[Card]:
    """Counters by duty, each leading to its list."""
    match officer.duty:
        case Duty.HOTLINE_OPERATOR | Duty.DUTY_LEADER:
            return hotline_cards(officer, today)
        case Duty.CASE_OFFICER:
            return unit_cards(officer, today)
        case Duty.QUALITY_INSPECTOR:
            return [order_card(_("To be called back"), "callback", orders(officer).to_call_back(), "warning")]
    return []


def hotline_cards(officer: Officer, today: date) -> list[Card]:
    calls = CallRecord.objects.visible_to(officer)
    own = calls.taken_by(officer)
    drafts = Draft.objects.visible_to(officer).filter(key=DRAFT_KEY)
    return [
        Card(_("My calls of today"), bounded(own.begun_on(today)), calls_url("today"), "info"),
        Card(_("Calls to be answered"), bounded(own.unanswered()), calls_url("unanswered"), "warning"),
        Card(_("Drafts"), bounded(drafts), reverse("hotline:calls-new")),
        unregistered_card(officer),
        order_card(_("Orders to be dispatched"), "dispatch", orders(officer).to_dispatch(), "warning"),
        order_card(_("Callbacks due"), "callback", orders(officer).to_call_back().filter(due_on__lte=today)),
    ]


def unregistered_card(officer: Officer) -> Card:
    rows = LineCall.objects.visible_to(officer).unregistered().concerning(officer)
    return Card(_("Calls without a registration"), bounded(rows), reverse("hotline:unregistered"), "warning")


def unit_cards(officer: Officer, today: date) -> list[Card]:
    unit = orders(officer).of_unit(officer)
    return [
        order_card(_("To be signed for"), "sign", unit.to_sign(), "warning"),
        order_card(_("Handled by me"), "mine", orders(officer).open().filter(handler=officer), "info"),
        order_card(_("Overdue orders"), "overdue", unit.overdue(today), "danger"),
    ]


def orders(officer: Officer) -> OrderQuerySet:
    rows: OrderQuerySet = WorkOrder.objects.visible_to(officer)
    return rows


def order_card(title: Any, show: str, rows: OrderQuerySet, tone: str = "") -> Card:
    return Card(title, bounded(rows), f"{reverse('hotline:work-orders')}?{urlencode({'show': show})}", tone)


def calls_url(show: str) -> str:
    return f"{reverse('hotline:calls')}?{urlencode({'show': show})}"


def worklist(officer: Officer, today: date) -> list[Task]:
    """Orders whose next step is this duty's, the most urgent first."""
    steps = STEPS.get(Duty(officer.duty))
    if steps is None:
        return []
    rows = orders(officer).filter(state__in=steps)
    if officer.duty == Duty.CASE_OFFICER:
        rows = rows.of_unit(officer).waiting_for(officer)
    return [task(order, steps[order.state]) for order in rows.for_list().by_urgency()[:MOST]]


def task(order: WorkOrder, verb: str) -> Task:
    return Task(
        number=str(order),
        title=order.call.who,
        state_label=order.get_state_display(),
        due_on=order.due_on,
        step=order.workflow.label(verb),
        url=order.get_absolute_url(),
    )
