"""Who may know of a call or a work order, and the lists people work from."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from casework.querysets import FileQuerySet
from casework.secrets.fields import BlindIndexField, by_blind
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

CALL_READERS = {
    Duty.HOTLINE_OPERATOR,
    Duty.DUTY_LEADER,
    Duty.QUALITY_INSPECTOR,
    Duty.COMMITTEE_DIRECTOR,
    Duty.STATISTICIAN,
}
ORDER_READERS = CALL_READERS | {Duty.CASE_OFFICER}
OPEN = {"registered", "dispatched", "signed", "in_progress", "suspended", "feedback_given", "callback_done"}
HANDLING = {"signed", "in_progress", "suspended"}


def begin_of(day: date) -> datetime:
    """The first instant of a day in Asia/Shanghai."""
    return timezone.make_aware(datetime.combine(day, time.min))


class CallQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The hotline sees the calls of its subtree; a case officer those behind the work orders there."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty == Duty.CASE_OFFICER and officer.path:
            return self.filter(Exists(self.orders_within(officer)))
        return self.within(officer) if officer.duty in CALL_READERS else self.none()

    def orders_within(self, officer: Officer) -> QuerySet[Any]:
        from hotline.models import WorkOrder

        return WorkOrder.objects.within(officer).filter(call=OuterRef("pk"))

    def for_list(self) -> Self:
        return super().for_list().select_related("category__parent", "handled_by__user")

    def for_page(self) -> Self:
        people = ("handled_by__user", "handled_by__org", "entered_by__user", "entered_by__org")
        return super().for_page().select_related("category__parent", "employer", "region", "about", *people)

    def begun_on(self, day: date) -> Self:
        return self.filter(started_at__gte=begin_of(day), started_at__lt=begin_of(day + timedelta(days=1)))

    def taken_by(self, officer: Officer) -> Self:
        return self.filter(handled_by=officer)

    def unanswered(self) -> Self:
        return self.filter(state="registered")

    def from_phone(self, number: str) -> Self:
        """Earlier contacts from one number. Anonymous callers are never brought together by their number."""
        field: Any = self.model._meta.get_field("phone_index")
        assert isinstance(field, BlindIndexField)
        return self.filter(by_blind(field, number), anonymous=False).order_by("-started_at")

    def for_contacts(self) -> Self:
        return self.select_related("category").prefetch_related("orders")

    def from_person(self, id_number: str) -> Self:
        field: Any = self.model._meta.get_field("id_index")
        assert isinstance(field, BlindIndexField)
        return self.filter(by_blind(field, id_number), anonymous=False).order_by("-started_at")


class OrderQuerySet(FileQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The hotline and the case officers of a subtree; the clock itself acts on any order."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer) if officer.duty in ORDER_READERS else self.none()

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
