"""Who may know of a call, and the lists people work from."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from casework.searching import SearchableQuerySet
from casework.secrets.fields import by_blind
from casework.subtree import within
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


def begin_of(day: date) -> datetime:
    """The first instant of a day in Asia/Shanghai."""
    return timezone.make_aware(datetime.combine(day, time.min))


class CallQuerySet(SearchableQuerySet):
    def visible_to(self, officer: Officer) -> Self:
        """The hotline sees the calls of its subtree; a case officer those behind the work orders there."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty == Duty.CASE_OFFICER and officer.path:
            return self.filter(Exists(self.orders_within(officer)))
        return self.within(officer) if officer.duty in CALL_READERS else self.none()

    def within(self, officer: Officer) -> Self:
        return self.filter(within(officer.path)) if officer.path else self.none()

    def naming(self, word: str, officer: Officer) -> Self:
        """Calls that name this employer or place. A case officer finds them through the work orders."""
        if officer.duty != Duty.CASE_OFFICER:
            return self.containing(word, officer.path)
        from hotline.models import WorkOrder

        orders: Any = WorkOrder.objects.within(officer)
        return self.filter(pk__in=orders.containing(word, officer.path).order_by().values("call"))

    def orders_within(self, officer: Officer) -> QuerySet[Any]:
        from hotline.models import WorkOrder

        return WorkOrder.objects.within(officer).filter(call=OuterRef("pk"))

    def for_list(self) -> Self:
        return super().for_list().select_related("category__parent", "handled_by__user")

    def for_page(self) -> Self:
        people = ("handled_by__user", "handled_by__org", "entered_by__user", "entered_by__org")
        return super().for_page().select_related("category__parent", "employer", "region", "about", *people)

    def for_step(self) -> Self:
        return super().for_page().select_related("category")

    def begun_on(self, day: date) -> Self:
        return self.filter(started_at__gte=begin_of(day), started_at__lt=begin_of(day + timedelta(days=1)))

    def taken_by(self, officer: Officer) -> Self:
        return self.filter(handled_by=officer)

    def unanswered(self) -> Self:
        return self.filter(state="registered")

    def unverified(self) -> Self:
        """Written on the public page, and nobody has taken it on yet."""
        return self.unanswered().filter(channel="web", handled_by__duty=Duty.SYSTEM)

    def from_phone(self, number: str) -> Self:
        """Earlier contacts from one number. Anonymous callers are never brought together by their number."""
        return self.from_caller(number, "")

    def from_caller(self, number: str, id_number: str) -> Self:
        """Earlier contacts of a number or of a person; none of anonymous callers, and none of nobody."""
        fields: Any = self.model._meta
        found = by_blind(fields.get_field("phone_index"), number) | by_blind(fields.get_field("id_index"), id_number)
        return self.filter(found, anonymous=False).order_by("-started_at")

    def known_to(self, officer: Officer) -> Self:
        """Without confidential callers, but for who took the call or handles it: finding one by number names them."""
        from hotline.models import WorkOrder

        handled = WorkOrder.objects.filter(call=OuterRef("pk"), handler=officer)
        own = Q(handled_by=officer) | Q(entered_by=officer) | Exists(handled)
        return self.filter(Q(confidential=False) | own)

    def for_contacts(self) -> Self:
        """With what is said of an earlier contact, and no more: it is read at every ringing."""
        from hotline.models import WorkOrder

        orders = Prefetch("orders", WorkOrder.objects.only("number", "state", "call"))
        said = self.only("number", "state", "started_at", "request_type", "do_not_call", "category__name")
        return said.select_related("category").prefetch_related(orders)
