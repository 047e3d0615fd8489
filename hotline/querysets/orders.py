"""Who may know of a work order, and the lists people work from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db.models import F, Prefetch, Q

from casework.searching import SearchableQuerySet
from casework.subtree import within
from hotline.querysets.calls import CALL_READERS
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

ORDER_READERS = CALL_READERS | {Duty.CASE_OFFICER}
OPEN = {"registered", "dispatched", "signed", "in_progress", "suspended", "feedback_given", "callback_done"}
REPORTING = {"dispatched", "signed", "in_progress", "suspended"}
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
        """The call and the rule apart: with twenty joins PostgreSQL thought longer about the way than it walked."""
        from hotline.models import CallRecord

        links = ("case", "matter", "merged_into", "dispatched_to__region", "handler__user", "handler__org")
        call = CallRecord.objects.select_related("category__parent", "org", "employer", "region", "handled_by__user")
        rows = super().for_page().select_related(*links)
        return rows.prefetch_related(Prefetch("call", call), "dispatch_rule__category", "dispatch_rule__region")

    def for_step(self) -> Self:
        """Few steps look beyond the order, its call and who has it in hand."""
        return super().for_page().select_related("call", "handler")

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def to_dispatch(self) -> Self:
        return self.filter(state="registered")

    def to_sign(self) -> Self:
        return self.filter(state="dispatched")

    def running(self) -> Self:
        return self.filter(state__in=HANDLING)

    def on_hold(self) -> Self:
        """No clock runs on these, so that only a list brings them back to mind."""
        return self.filter(state="suspended")

    def to_call_back(self) -> Self:
        return self.filter(state__in=["feedback_given", "callback_done"])

    def closed(self) -> Self:
        return self.filter(state="closed")

    def late(self, now: datetime, today: date) -> Self:
        """Overdue by a day, or by a minute where minutes count."""
        return self.open().filter(Q(due_on__lt=today) | Q(due_at__lt=now))

    def urgent(self) -> Self:
        return self.open().filter(urgent=True)

    def yellow(self, today: date) -> Self:
        """Those whose limit is near and not past."""
        return self.open().filter(yellow_for=F("due_on"), yellow_for__gte=today)

    def chased(self) -> Self:
        return self.open().filter(chased_on__isnull=False)

    def pressed(self) -> Self:
        return self.open().filter(pressed_at__isnull=False)

    def due_within(self, day: date) -> Self:
        """Open orders whose next day comes up to then; what is overdue is not to come any more."""
        return self.open().filter(due_on__lte=day)

    def of_unit(self, officer: Officer) -> Self:
        """What the officer's own organisation has to do."""
        return self.filter(org=officer.org)

    def waiting_for(self, officer: Officer) -> Self:
        """What nobody has taken on yet, and what the officer handles."""
        return self.filter(Q(handler=None) | Q(handler=officer))

    def by_urgency(self) -> Self:
        """Urgent ones first, then by the next day; orders without a running clock last."""
        return self.order_by("turn")
