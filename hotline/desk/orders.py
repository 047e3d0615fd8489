"""Work orders that wait for a unit, its head or the inspector."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Task
from hotline.desk.lists import Listed, shown
from hotline.models import CallbackBooking, WorkOrder
from hotline.querysets import OrderQuerySet
from organizations.models import Duty, Officer

MOST = 20
STEPS = {
    Duty.HOTLINE_OPERATOR: {"registered": "dispatch"},
    Duty.DUTY_LEADER: {"registered": "dispatch"},
    Duty.CASE_OFFICER: {"dispatched": "sign_for", "signed": "start", "in_progress": "give_feedback"},
    Duty.QUALITY_INSPECTOR: {"feedback_given": "record_callback", "callback_done": "close"},
}


def lists(officer: Officer, today: date) -> list[Listed]:
    match officer.duty:
        case Duty.CASE_OFFICER:
            return of_unit(officer, today)
        case Duty.QUALITY_INSPECTOR:
            return of_inspector(officer, today)
        case Duty.COMMITTEE_DIRECTOR:
            return followed_up(officer, today)
    return []


def orders(officer: Officer) -> OrderQuerySet:
    rows: OrderQuerySet = WorkOrder.objects.visible_to(officer)
    return rows


def of_unit(officer: Officer, today: date) -> list[Listed]:
    unit, mine = orders(officer).of_unit(officer), orders(officer).open().filter(handler=officer)
    late = unit.late(timezone.now(), today)
    return [
        Listed(_("To be signed for"), unit.to_sign(), of_own("sign"), "warning"),
        Listed(_("Handled by me"), mine, shown("work-orders", "mine"), "info"),
        Listed(_("Yellow mark"), unit.yellow(today), of_own("yellow"), "warning", if_any=True),
        Listed(_("Overdue orders"), late, of_own("overdue"), "danger"),
        Listed(_("Pressed orders"), unit.pressed(), of_own("pressed"), "danger"),
        Listed(_("Orders on hold"), unit.on_hold(), of_own("hold"), if_any=True),
    ]


def of_own(show: str) -> str:
    """What the own unit has to do, without what the units below it have."""
    return shown("work-orders", show, unit="own")


def of_inspector(officer: Officer, today: date) -> list[Listed]:
    planned = CallbackBooking.objects.visible_to(officer).open().until(today)
    return [
        Listed(_("To be called back"), orders(officer).to_call_back(), shown("work-orders", "callback"), "warning"),
        Listed(_("Callbacks planned for today"), planned, reverse("hotline:callbacks"), "info"),
    ]


def followed_up(officer: Officer, today: date) -> list[Listed]:
    """What is near its limit, what the head of a unit was chased for, what is pressed, and what waits for others."""
    near = orders(officer).yellow(today)
    return [
        Listed(_("Yellow mark"), near, shown("work-orders", "yellow"), "warning", if_any=True),
        Listed(_("Chased orders"), orders(officer).chased(), shown("work-orders", "chased"), "danger"),
        Listed(_("Pressed orders"), orders(officer).pressed(), shown("work-orders", "pressed"), "danger"),
        Listed(_("Orders on hold"), orders(officer).on_hold(), shown("work-orders", "hold"), if_any=True),
    ]


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
        due_at=order.due_at,
        urgency=int(order.urgent),
        mark=_("Urgent") if order.urgent else "",
        mark_tone="danger",
    )
