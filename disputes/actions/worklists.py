"""How urgent a case is, whatever its days."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from casework.errors import StepRefused
from casework.transactions import one_transaction
from disputes.models import DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def rate(case: DisputeCase, *, by: Officer, at: datetime, urgency: int, reason: str) -> DisputeCase:
    """Raise or lower the level the lists are sorted by, with the reason. Raises StepRefused for the same level."""
    before = case.urgency
    case = WORKFLOW.advance(case, "rate", by=by, at=at, note=reason, urgency=urgency)
    if before == urgency:
        raise StepRefused("rate", _("The case has this level already."))
    return case
