"""What the desk shows of duty and incidents: who answers now, what was not handed over, which report is late."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Card, bounded
from hotline.models import DutyShift, GroupIncident, SurgeSheet
from hotline.querysets import INCIDENT_READERS
from organizations.models import Duty, Officer, UnionOrg

LOOK_BACK = timedelta(days=7)


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
        cards.append(Card(_("Shifts not handed over"), bounded(rows), listed("shifts", "missing"), "warning"))
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
    return [
        Card(_("Incidents to be judged"), bounded(rows.proposed()), listed("incidents", "proposed"), "danger"),
        Card(_("Running incidents"), bounded(rows.running()), listed("incidents", "open"), "warning"),
        Card(_("Reports on incidents overdue"), bounded(late), listed("incidents", "late"), "danger"),
    ]


def listed(name: str, show: str) -> str:
    return f"{reverse(f'hotline:{name}')}?{urlencode({'show': show})}"
