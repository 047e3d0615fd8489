"""How the day of those who answer calls stands."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.models import Draft
from casework.panels import Card
from hotline.desk.lists import Lists, counted, shown
from hotline.desk.orders import followed_up, orders
from hotline.models import CallRecord, LineCall
from organizations.models import Duty, Officer

DRAFT_KEY = "calls/new"
HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}


def cards(officer: Officer, today: date) -> list[Card]:
    return counted(answering(officer, today)) if officer.duty in HOTLINE else []


def answering(officer: Officer, today: date) -> Lists:
    own = CallRecord.objects.visible_to(officer).taken_by(officer)
    drafts = Draft.objects.visible_to(officer).filter(key=DRAFT_KEY)
    rows = orders(officer)
    unregistered = LineCall.objects.visible_to(officer).unregistered().concerning(officer)
    return [
        (_("My calls of today"), own.begun_on(today), shown("calls", "today"), "info"),
        (_("Calls to be answered"), own.unanswered(), shown("calls", "unanswered"), "warning"),
        (_("Drafts"), drafts, reverse("hotline:calls-new"), ""),
        (_("Calls without a registration"), unregistered, reverse("hotline:unregistered"), "warning"),
        (_("Orders to be dispatched"), rows.to_dispatch(), shown("work-orders", "dispatch"), "warning"),
        (_("Urgent orders"), rows.urgent(), shown("work-orders", "urgent"), "danger"),
        *(followed_up(officer) if officer.duty == Duty.DUTY_LEADER else []),
        (_("Callbacks due"), rows.to_call_back().filter(due_on__lte=today), shown("work-orders", "callback"), ""),
    ]
