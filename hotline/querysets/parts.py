"""What hangs on a work order or a call: seen by whoever may see that."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import QuerySet

from hotline.querysets.calls import begin_of
from hotline.querysets.orders import ORDER_READERS
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer


class OrderPartQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        from hotline.models import WorkOrder

        return self.filter(order__in=WorkOrder.objects.visible_to(officer))


class AttemptQuerySet(QuerySet[Any]):
    def since(self, instant: datetime | None) -> Self:
        """Attempts after the latest feedback: those before it were about another result."""
        return self.filter(at__gte=instant) if instant else self.none()


class BookingQuerySet(OrderPartQuerySet):
    def open(self) -> Self:
        return self.filter(ended_at=None)

    def until(self, day: date) -> Self:
        """Planned for the day or before it."""
        return self.filter(planned_at__lt=begin_of(day + timedelta(days=1)))


class RequestQuerySet(OrderPartQuerySet):
    def open(self) -> Self:
        return self.filter(granted=None)


class LinkQuerySet(QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(ended_at=None)

    def visible_to(self, officer: Officer) -> Self:
        """Whoever may see the call and the case."""
        from disputes.models import DisputeCase
        from hotline.models import CallRecord

        calls, cases = CallRecord.objects.visible_to(officer), DisputeCase.objects.visible_to(officer)
        return self.filter(call__in=calls, case__in=cases)


class CircularQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """The hotline and the case officers of the organisation that issued it, and of those above it."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        inside = officer.path and officer.duty in ORDER_READERS
        return self.filter(scope__startswith=officer.path) if inside else self.none()
