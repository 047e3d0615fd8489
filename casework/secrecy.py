"""Who may know of a file at all, where a kind of file can be restricted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from casework.transactions import one_transaction
from organizations.models import Officer


@one_transaction
def restrict(file: Any, *, by: Officer, at: datetime, officers: Iterable[Officer], reason: str) -> Any:
    """Only the named officers and whoever restricts it know of the file from now on, and of what belongs to it.

    Who else always may, such as the mediator of a case, its `visible_to` says. Lists, counts, search, pages and API
    behave as if there were none. Statistics go on counting it: they name nobody.
    """
    file = file.workflow.advance(file, "restrict", by=by, at=at, note=reason, is_restricted=True)
    file.clearances.all().delete()
    clearance, named = file.clearances.model, {by.pk, *(officer.pk for officer in officers)}
    file.clearances.bulk_create(clearance(file=file, officer_id=pk) for pk in sorted(named))
    return file


@one_transaction
def lift_restriction(file: Any, *, by: Officer, at: datetime, reason: str) -> Any:
    """The file is open again to everybody whose duty and area it lies in."""
    file = file.workflow.advance(file, "lift_restriction", by=by, at=at, note=reason, is_restricted=False)
    file.clearances.all().delete()
    return file
