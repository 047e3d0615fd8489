"""The counter of employers at risk on the desks of those who answer for them."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, Task, bounded
from desk.models import EmployerRisk
from organizations.models import Duty, Officer

DUTIES = {Duty.SUPERVISOR, Duty.COMMITTEE_DIRECTOR}


def cards(officer: Officer, today: date) -> list[Card]:
    if officer.duty not in DUTIES:
        return []
    rows = EmployerRisk.objects.visible_to(officer).alerts(today)
    return [Card(_("Employers at risk"), bounded(rows), reverse("desk:radar"), "warning", _("a letter is proposed"))]


def worklist(officer: Officer, today: date) -> list[Task]:
    """A proposal is no task: nobody has to follow it."""
    return []
