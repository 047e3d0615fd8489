"""Keeping what the calculator of claims found."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from casework.models import Blob
from casework.transactions import one_transaction
from disputes.models import DisputeCase
from disputes.models.choices import Place
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def keep_reckoning(
    case: DisputeCase, *, by: Officer, at: datetime, title: str, total: Decimal, paper: tuple[str, Blob]
) -> DisputeCase:
    """Put a reckoning (yuan) among the papers of the case, as it was on that day. It decides nothing: what is claimed
    and agreed stays as it is. A later one stands beside it. Raises StepRefused.
    """
    case = WORKFLOW.advance(case, "keep_reckoning", by=by, at=at, note=f"{title} {total:,.2f}")
    name, blob = paper
    case.attachments.create(title=name, blob=blob, by=by, at=at, place=Place.OTHER)
    return case
