"""Who may know of a caller's flag, and how it is found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from casework.secrets.fields import by_blind
from hotline.querysets.orders import ORDER_READERS
from organizations.models import Duty

if TYPE_CHECKING:
    from hotline.models import CallRecord
    from organizations.models import Officer


class FlagQuerySet(models.QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Who reads calls, for the flags of the subtree; a unit also for the caller of an order sent to it."""
        from hotline.models import WorkOrder

        if officer.duty == Duty.SYSTEM:
            return self.all()
        if officer.duty not in ORDER_READERS or not officer.path:
            return self.none()
        sent = WorkOrder.objects.within(officer).filter(call=OuterRef("call"))
        return self.filter(Q(scope__startswith=officer.path) | Exists(sent))

    def of_person(self, phone: str, id_number: str) -> Self:
        """Flags of the number or of the person; none for nobody."""
        return self.filter(self.person(phone, id_number))

    def person(self, phone: str, id_number: str) -> Q:
        fields: Any = self.model._meta
        return by_blind(fields.get_field("phone_index"), phone) | by_blind(fields.get_field("id_index"), id_number)

    def of_callers(self, calls: Iterable[CallRecord]) -> Self:
        """Flags of these callers. An anonymous one is not recognised by number or person."""
        found = Q(pk__in=[])
        for call in calls:
            found |= (
                Q(call=call) if call.anonymous else Q(call=call) | self.person(call.caller_phone, call.caller_id_number)
            )
        return self.filter(found)

    def in_force(self, today: date) -> Self:
        return self.filter(until__gte=today)

    def over(self, today: date) -> Self:
        return self.filter(until__lt=today)
