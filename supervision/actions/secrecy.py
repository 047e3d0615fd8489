"""Who may know of a matter and of its documents at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from casework.transactions import one_transaction
from organizations.models import Officer
from supervision.models import MatterClearance, SupervisionMatter
from supervision.workflow import MATTERS


@one_transaction
def restrict(
    matter: SupervisionMatter, *, by: Officer, at: datetime, officers: Iterable[Officer], reason: str
) -> SupervisionMatter:
    """Only the named officers and whoever restricts it know of the matter and its documents from now on.

    Lists, counts, search, pages and API behave as if there were none. Statistics go on counting it: they name nobody.
    """
    matter = MATTERS.advance(matter, "restrict", by=by, at=at, note=reason, is_restricted=True)
    matter.clearances.all().delete()
    named = {by.pk, *(officer.pk for officer in officers)}
    MatterClearance.objects.bulk_create(MatterClearance(file=matter, officer_id=pk) for pk in sorted(named))
    return matter


@one_transaction
def lift_restriction(matter: SupervisionMatter, *, by: Officer, at: datetime, reason: str) -> SupervisionMatter:
    """The matter is open again to everybody whose duty and area it lies in."""
    matter = MATTERS.advance(matter, "lift_restriction", by=by, at=at, note=reason, is_restricted=False)
    matter.clearances.all().delete()
    return matter
