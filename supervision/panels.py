"""What this app knows about a file of another."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.panels import Line, Link, Panel
from disputes.models import DisputeCase
from organizations.models import Duty, Officer
from supervision.models import SupervisionMatter
from supervision.querysets import READERS


def panels(file: Any, officer: Officer) -> list[Panel]:
    """On a dispute case: the supervision matters that came out of it, and the way to open one."""
    if not isinstance(file, DisputeCase) or officer.duty not in READERS:
        return []
    rows = SupervisionMatter.objects.visible_to(officer).filter(case=file).for_list()[:20]
    lines = [Line(f"{matter} {matter.topic}", matter.get_absolute_url(), matter.get_state_display()) for matter in rows]
    links = [Link(_("Open a supervision matter"), new_matter_url(file))] if officer.duty == Duty.SUPERVISOR else []
    return [Panel(_("Supervision"), lines, links)] if lines or links else []


def new_matter_url(case: DisputeCase) -> str:
    return f"{reverse('supervision:matters-new')}?case={case.pk}"
