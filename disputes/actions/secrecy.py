"""Who may know of a case at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from casework.transactions import one_transaction
from disputes.models import CaseClearance, DisputeCase
from disputes.workflow import WORKFLOW
from organizations.models import Officer


@one_transaction
def restrict(case: DisputeCase, *, by: Officer, at: datetime, officers: Iterable[Officer], reason: str) -> DisputeCase:
    """Only the named officers, whoever restricts it and the case's mediator know of the case from now on.

    Lists, counts, search, pages and API behave as if there were none. Statistics go on counting it: they name nobody.
    """
    case = WORKFLOW.advance(case, "restrict", by=by, at=at, note=reason, is_restricted=True)
    case.clearances.all().delete()
    named = {by.pk, *(officer.pk for officer in officers)}
    CaseClearance.objects.bulk_create(CaseClearance(file=case, officer_id=pk) for pk in sorted(named))
    return case


@one_transaction
def lift_restriction(case: DisputeCase, *, by: Officer, at: datetime, reason: str) -> DisputeCase:
    """The case is open again to everybody whose duty and area it lies in."""
    case = WORKFLOW.advance(case, "lift_restriction", by=by, at=at, note=reason, is_restricted=False)
    case.clearances.all().delete()
    return case
