"""Group incidents that wait for a judgement or a report: restricted like the incidents themselves."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hotline.desk.lists import Listed, shown
from hotline.models import GroupIncident
from hotline.querysets import INCIDENT_READERS
from organizations.models import Officer


def lists(officer: Officer, today: date) -> list[Listed]:
    if officer.duty not in INCIDENT_READERS:
        return []
    rows = GroupIncident.objects.visible_to(officer)
    late = rows.with_report_overdue(timezone.now())
    return [
        Listed(_("Incidents to be judged"), rows.proposed(), shown("incidents", "proposed"), "danger"),
        Listed(_("Running incidents"), rows.running(), shown("incidents", "running"), "warning"),
        Listed(_("Reports on incidents overdue"), late, shown("incidents", "late"), "danger"),
    ]
