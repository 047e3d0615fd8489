"""How the day of those who answer calls stands."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.models import Draft
from hotline.desk.lists import Listed, shown
from hotline.desk.orders import followed_up, orders
from hotline.models import CallRecord, LineCall
from organizations.models import Duty, Officer

DRAFT_KEY = "calls/new"
HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}


def lists(officer: Officer, today: date) -> list[Listed]:
    return answering(officer, today) if officer.duty in HOTLINE else []


def answering(officer: Officer, today: date) -> list[Listed]:
    drafts = Draft.objects.visible_to(officer).filter(key=DRAFT_KEY)
    unregistered = LineCall.objects.visible_to(officer).unregistered().concerning(officer)
    rows = orders(officer)
    calls = CallRecord.objects.visible_to(officer)
    callbacks = rows.to_call_back().due_within(today)
    return [
        Listed(_("My calls of today"), calls.taken_by(officer).begun_on(today), shown("calls", "today"), "info"),
        Listed(_("Calls to be answered"), calls.unanswered(), shown("calls", "unanswered"), "warning"),
        Listed(_("Handed in online"), calls.unverified(), shown("calls", "online"), "warning", if_any=True),
        Listed(_("Drafts"), drafts, reverse("hotline:calls-new")),
        Listed(_("Calls without a registration"), unregistered, reverse("hotline:unregistered"), "warning"),
        Listed(_("Orders to be dispatched"), rows.to_dispatch(), shown("work-orders", "dispatch"), "warning"),
        Listed(_("Urgent orders"), rows.urgent(), shown("work-orders", "urgent"), "danger"),
        *(followed_up(officer, today) if officer.duty == Duty.DUTY_LEADER else []),
        Listed(_("Callbacks due"), callbacks, shown("work-orders", "callback", due_in="0")),
    ]
