"""Who may know of a work order, and the lists people work from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import F, Q, QuerySet

from casework.searching import SearchableQuerySet
from casework.subtree import within
from hotline.querysets.calls import CALL_READERS
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

ORDER_READERS = CALL_READERS | {Duty.CASE_OFFICER}
OPEN = {"registered", "dispatched", "signed", "in_progress", "suspended", "feedback_given", "callback_done"}
HANDLING = {"signed", "in_progress", "suspended"}


class OrderQuerySet(SearchableQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The hotline and the case officers of a subtree; the clock itself acts on any order."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer) if officer.duty in ORDER_READERS else self.none()

    def within(self, officer: Officer) -> Self:
        return self.filter(within(officer.path)) if officer.path else self.none()

    def naming(self, word: str, officer: Officer) -> Self:
        """Orders whose call names this employer or place."""
        return self.containing(word, officer.path)

    def for_list(self) -> Self:
        return super().for_list().select_related("call__category__parent", "handler__user")

    def for_page(self) -> Self:
        call = ("call__category__parent", "call__org", "call__employer", "call__region", "call__handled_by__user")
        links = ("case", "matter", "merged_into", "dispatched_to__region", "handler__user", "handler__org")
        return super().for_page().select_related(*call, *links)

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def to_dispatch(self) -> Self:
        return self.filter(state="registered")

    def to_sign(self) -> Self:
        return self.filter(state="dispatched")

    def running(self) -> Self:
        return self.filter(state__in=HANDLING)

    def to_call_back(self) -> Self:
        return self.filter(state__in=["feedback_given", "callback_done"])

    def closed(self) -> Self:
        return self.filter(state="closed")

    def overdue(self, today: date) -> Self:
        return self.open().filter(due_on__lt=today)

    def of_unit(self, officer: Officer) -> Self:
        """What the officer's own organisation has to do."""
        return self.filter(org=officer.org)

    def waiting_for(self, officer: Officer) -> Self:
        """What nobody has taken on yet, and what the officer handles."""
        return self.filter(Q(handler=None) | Q(handler=officer))

    def by_urgency(self) -> Self:
        """The next day first; orders without a running clock last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")


class AttemptQuerySet(QuerySet[Any]):
    def since(self, instant: datetime | None) -> Self:
        """Attempts after the latest feedback: those before it were about another result."""
        return self.filter(at__gte=instant) if instant else self.none()
