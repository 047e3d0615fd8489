"""What the desk shows of duty and incidents: who answers now, what was not handed over, which report is late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, bounded
from hotline.desk.lists import Lists, counted, shown
from hotline.models import DutyShift, GroupIncident, SurgeSheet
from hotline.querysets import INCIDENT_READERS
from organizations.models import Duty, Officer, UnionOrg

LOOK_BACK = timedelta(days=7)
ANSWERING = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}


def cards(officer: Officer, today: date) -> list[Card]:
    on_duty = duty_cards(officer) if officer.duty in ANSWERING else []
    return [*on_duty, *incident_cards(officer)]


def answering(officer: Officer, org: UnionOrg | None = None) -> Any | None:
    """The shift on duty now for an organisation, the officer's own unless another is named."""
    whose = org or officer.org
    return DutyShift.objects.visible_to(officer).on_duty(whose, timezone.now()) if whose else None


def duty_cards(officer: Officer) -> list[Card]:
    """For who answers calls: the leader on duty, a wave of calls, and for the leader what nobody signed."""
    cards = [on_duty_card(officer)]
    open_sheets = SurgeSheet.objects.visible_to(officer).open()
    if sheets := list(open_sheets[:2]):
        url = sheets[0].get_absolute_url() if len(sheets) == 1 else reverse("hotline:surge")
        cards.append(Card(_("Quick registration"), bounded(open_sheets), url, "danger", str(sheets[0])))
    if officer.duty == Duty.DUTY_LEADER:
        now = timezone.now()
        rows = DutyShift.objects.visible_to(officer).filter(org=officer.org).not_handed_over(now, now - LOOK_BACK)
        cards.append(Card(_("Shifts not handed over"), bounded(rows), shown("shifts", "missing"), "warning"))
    return cards


def on_duty_card(officer: Officer) -> Card:
    shift = answering(officer)
    if shift is None:
        return Card(_("On duty now"), "—", reverse("hotline:rosters"), "danger", _("no roster is in force"))
    return Card(_("On duty now"), shift.leader.name, shift.get_absolute_url(), hint=f"{shift.org} {shift.clock}")


def incident_cards(officer: Officer) -> list[Card]:
    """Restricted like the incidents themselves."""
    if officer.duty not in INCIDENT_READERS:
        return []
    rows = GroupIncident.objects.visible_to(officer)
    late = rows.with_report_overdue(timezone.now())
    lists: Lists = [
        (_("Incidents to be judged"), rows.proposed(), shown("incidents", "proposed"), "danger"),
        (_("Running incidents"), rows.running(), shown("incidents", "open"), "warning"),
        (_("Reports on incidents overdue"), late, shown("incidents", "late"), "danger"),
    ]
    return counted(lists)
