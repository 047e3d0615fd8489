"""What the search box finds here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.panels import Hit
from disputes.models import DisputeCase
from organizations.models import Officer

MOST = 10


def find(officer: Officer, text: str) -> list[Hit]:
    """Cases by number, by the telephone or identity number of a party, or by the employer's name."""
    text = text.strip()
    if not text:
        return []
    rows = DisputeCase.objects.visible_to(officer).matching(text).for_list()[:MOST]
    return [Hit(_("Dispute case"), str(case), case.title, case.get_absolute_url()) for case in rows]
