"""Who may know of a dispute case, and the lists people work from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from casework.querysets import FileQuerySet
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

READERS = {
    Duty.CASE_OFFICER,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.LIAISON,
    Duty.STATISTICIAN,
    Duty.ARCHIVIST,
    Duty.DUTY_LEADER,
    Duty.HOTLINE_OPERATOR,
    Duty.SUPERVISOR,
    Duty.QUALITY_INSPECTOR,
}
INTAKE = {"applied", "awaiting_supplement"}
ACCEPTED = {"accepted", "assigned", "mediating", "suspended"}
WITH_MEDIATOR = {"assigned", "mediating", "suspended"}
OPEN = INTAKE | ACCEPTED
CLOCK_RUNS = OPEN - {"awaiting_supplement", "suspended"}
ENDED = {"concluded", "performing", "closed_out", "archived"}


class DisputeCaseQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The own subtree by duty; a mediator only the cases in hand, as mediation is not public."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty == Duty.MEDIATOR:
            return self.filter(mediator=officer)
        return self.within(officer) if officer.duty in READERS else self.none()

    def for_list(self) -> Self:
        rows = super().for_list().select_related("org__region", "category__parent", "mediator__user")
        return rows.prefetch_related("parties")

    def for_page(self) -> Self:
        rows = super().for_page().select_related("category__parent", "mediator__user", "mediator__org")
        return rows.prefetch_related("parties__employer")

    def running(self) -> Self:
        """Neither declined nor ended: the time limit for mediation still matters."""
        return self.filter(state__in=OPEN)

    def in_hand_of(self, officer: Officer) -> Self:
        """The open cases that count against a mediator's limit."""
        return self.filter(mediator=officer, state__in=WITH_MEDIATOR)

    def overdue(self, today: date) -> Self:
        """Mediation not ended in time, or an instalment not paid in time."""
        late = Q(state__in=CLOCK_RUNS, due_on__lt=today) | Q(state="performing", pay_by__lt=today)
        return self.filter(late)

    def pressing(self, since: date, until: date) -> Self:
        """The next day that counts lies between the two, both included."""
        days = (since, until)
        return self.filter(Q(state__in=CLOCK_RUNS, due_on__range=days) | Q(state="performing", pay_by__range=days))
