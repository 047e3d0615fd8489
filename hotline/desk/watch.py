"""Who answers now, a wave of calls, and what was not handed over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.panels import Card
from hotline.desk.lists import Listed, shown
from hotline.models import DutyShift, SurgeSheet
from organizations.models import Duty, Officer, UnionOrg

LOOK_BACK = timedelta(days=7)
ANSWERING = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}


def answering(officer: Officer, org: UnionOrg | None = None) -> Any | None:
    """The shift on duty now for an organisation, the officer's own unless another is named."""
    whose = org or officer.org
    return DutyShift.objects.visible_to(officer).on_duty(whose, timezone.now()) if whose else None


def on_duty(officer: Officer) -> list[Card]:
    """The leader on duty, for those who answer calls."""
    if officer.duty not in ANSWERING:
        return []
    shift = answering(officer)
    if shift is None:
        return [Card(_("On duty now"), "—", reverse("hotline:rosters"), "danger", _("no roster is in force"))]
    return [Card(_("On duty now"), shift.leader.name, shift.get_absolute_url(), hint=f"{shift.org} {shift.clock}")]


def lists(officer: Officer, today: date) -> list[Listed]:
    if officer.duty not in ANSWERING:
        return []
    sheets = SurgeSheet.objects.visible_to(officer).open()
    found = [Listed(_("Quick registration"), sheets, reverse("hotline:surge"), "danger", if_any=True)]
    if officer.duty == Duty.DUTY_LEADER:
        now = timezone.now()
        missing = DutyShift.objects.visible_to(officer).filter(org=officer.org).not_handed_over(now, now - LOOK_BACK)
        found.append(Listed(_("Shifts not handed over"), missing, shown("shifts", "missing"), "warning"))
    return found
