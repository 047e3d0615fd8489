"""What a call led to, for the pages of calls and work orders."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from disputes.models import DisputeCase
from hotline.models import CallRecord
from organizations.models import Officer


def cases_of(call: CallRecord, officer: Officer) -> QuerySet[DisputeCase]:
    """Cases opened from the orders of a call, and those it was linked to, as far as the officer may know."""
    opened, linked = call.orders.values("case"), call.case_links.open().values("case")
    return DisputeCase.objects.visible_to(officer).filter(Q(pk__in=opened) | Q(pk__in=linked)).for_list()
