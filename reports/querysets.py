"""Who may know of a report that is filed, and the lists people work from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from casework.querysets import FileQuerySet
from organizations.models import Duty
from reports.question import READERS

if TYPE_CHECKING:
    from organizations.models import Officer
    from reports.models import Filing

# The states in which each duty is to act on a report of the own union.
WAITING = {
    Duty.STATISTICIAN: ("due", "returned", "signed"),
    Duty.DUTY_LEADER: ("made",),
    Duty.COMMITTEE_DIRECTOR: ("made",),
    Duty.SIGNATORY: ("checked",),
}


class FilingQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever reads figures: the reports of the own union and of all below it."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer) if officer.duty in READERS else self.none()

    def for_list(self) -> Self:
        return self.select_related("org__region").order_by("-pk")

    def of(self, officer: Officer) -> Self:
        """The reports of the officer's own union."""
        return self.filter(org=officer.org_id)

    def waiting_for(self, officer: Officer) -> Self:
        """What this duty has to move next in the own union."""
        return self.of(officer).filter(state__in=WAITING.get(Duty(officer.duty), ()))

    def before(self, filing: Filing) -> Self:
        """Earlier reports of the same kind of the same union that were signed, the newest first."""
        rows = self.filter(org=filing.org_id, kind=filing.kind, first_on__lt=filing.first_on)
        return rows.filter(state__in=["signed", "sent"]).select_related("org__region").order_by("-first_on")

    def late(self, today: date) -> Self:
        """Not sent up though the time limit is over."""
        return self.filter(due_on__lt=today).exclude(state="sent")
