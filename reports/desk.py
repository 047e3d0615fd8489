"""What waits for an officer here today: reports to be made, checked, signed, sent up, and those that are missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, Task, bounded
from organizations.models import Duty, Officer
from reports.models import Filing
from reports.querysets import WAITING

MOST = 20
STEPS = {
    "due": _("Make the report"),
    "returned": _("Make the report"),
    "made": _("Confirm the figures"),
    "checked": _("Sign the report"),
    "signed": _("Send up"),
}


def cards(officer: Officer, today: date) -> list[Card]:
    """Reports that wait for this duty; above, those of the unions below that are late. None of them, no card."""
    if officer.duty not in WAITING:
        return []
    rows = Filing.objects.visible_to(officer)
    address = reverse("reports:filings")
    found = [Card(_("Reports that wait for you"), bounded(rows.waiting_for(officer)), address, "warning")]
    if officer.duty == Duty.STATISTICIAN:
        late = rows.late(today).exclude(org=officer.org_id)
        found.append(Card(_("Reports below that are late"), bounded(late), address, "danger"))
    return [card for card in found if card.count != "0"]


def worklist(officer: Officer, today: date) -> list[Task]:
    if officer.duty not in WAITING:
        return []
    rows: Any = Filing.objects.visible_to(officer).waiting_for(officer).order_by("due_on", "pk")[:MOST]
    return [task(filing) for filing in rows]


def task(filing: Filing) -> Task:
    step, address = str(STEPS[filing.state]), filing.get_absolute_url()
    number = filing.number or str(filing.get_kind_display())
    return Task(number, filing.title, str(filing.get_state_display()), filing.due_on, step, address)
