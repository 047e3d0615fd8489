"""What an officer decides about early warnings: how many days ahead, and which have been read."""

from __future__ import annotations

from datetime import datetime

from casework.transactions import one_transaction
from organizations.models import EarlyWarning, Officer


@one_transaction
def choose_warning(days: int | None, *, by: Officer, at: datetime) -> None:
    """So many working days ahead in every duty of this person; None as the place has it, 0 for no early warning."""
    if by.user is None:
        return  # the clock itself chooses nothing
    by.user.warning_days = days
    by.user.save(update_fields=["warning_days"])
    if days == 0:
        EarlyWarning.objects.filter(officer__user=by.user).see(at)


@one_transaction
def see_warnings(*, by: Officer, at: datetime) -> int:
    """All that stands in the box of this duty has been read; how many there were."""
    return EarlyWarning.objects.visible_to(by).see(at)
