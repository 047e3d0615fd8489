"""Who may know of exchanges, seats, telephone calls and handovers, and the lists people work from."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db.models import OuterRef, Q, QuerySet, Subquery

from hotline.querysets.calls import begin_of
from organizations.models import Duty

if TYPE_CHECKING:
    from organizations.models import Officer

ANSWER_CALLS = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}


def ancestors(path: str) -> list[str]:
    """The path and all paths above it: "53/", "53/29/", "53/29/23/"."""
    parts = path.rstrip("/").split("/")
    return ["/".join(parts[: n + 1]) + "/" for n in range(len(parts))] if path else []


class ExchangeQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the own organisation, of its superiors, through which calls may come, and of those below."""
        if officer.duty not in ANSWER_CALLS or not officer.path:
            return self.none()
        own = Q(org__path__in=ancestors(officer.path)) | Q(org__path__startswith=officer.path)
        return self.filter(own, active=True)

    def with_health(self) -> Self:
        """With the instant of the last message as `last_seen`."""
        from hotline.models import LineEvent

        last = LineEvent.objects.filter(exchange=OuterRef("pk")).order_by("-received_at").values("received_at")[:1]
        return self.annotate(last_seen=Subquery(last)).order_by("name", "pk")


class SeatQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        if officer.duty not in ANSWER_CALLS or not officer.path:
            return self.none()
        return self.filter(officer__org__path__startswith=officer.path)

    def taken(self) -> Self:
        return self.filter(until=None)

    def held_by(self, officer: Officer) -> Any:
        return self.taken().filter(officer=officer).select_related("exchange").first()

    def at(self, extension: str, instant: datetime) -> Any:
        """Who sat at the extension at that instant."""
        rows = self.filter(Q(until=None) | Q(until__gt=instant), extension=extension, since__lte=instant)
        return rows.select_related("officer__org").order_by("-since", "-pk").first()


class LineCallQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Who answers calls knows of the calls of the own subtree."""
        if officer.duty == Duty.SYSTEM:
            return self.all()
        return self.within(officer) if officer.duty in ANSWER_CALLS else self.none()

    def within(self, officer: Officer) -> Self:
        return self.filter(scope__startswith=officer.path) if officer.path else self.none()

    def running(self) -> Self:
        return self.filter(ended_at=None, never_ended=False)

    def over(self) -> Self:
        return self.filter(Q(ended_at__isnull=False) | Q(never_ended=True))

    def waiting(self) -> Self:
        return self.running().filter(answered_at=None).order_by("began_at", "pk")

    def unrecorded(self) -> Self:
        """Calls of the public on which there is no record, accounted for or not; those registered by hand have one."""
        return self.filter(record=None).exclude(reason__in=["elsewhere", "internal"])

    def open(self) -> Self:
        """Neither registered nor accounted for."""
        return self.filter(record=None, reason="")

    def unregistered(self) -> Self:
        """Over, and nobody has registered or accounted for them."""
        return self.open().over()

    def concerning(self, officer: Officer) -> Self:
        """A leader answers for all; an operator for the own calls and for those that reached nobody."""
        if officer.duty == Duty.DUTY_LEADER:
            return self
        return self.filter(Q(officer=officer) | Q(officer=None))

    def shown_to(self, officer: Officer, since: datetime) -> Self:
        """What the bar on the screen of this officer tells: what runs, and what waits for its registration."""
        lately = Q(answered_at__isnull=False) & (Q(ended_at__gte=since) | Q(never_ended=True, began_at__gte=since))
        rows = self.open().filter(officer=officer).filter(Q(ended_at=None, never_ended=False) | lately)
        return rows.order_by("-began_at", "-pk")

    def busy_since(self, since: datetime) -> Self:
        """What keeps somebody busy: what runs, and answered calls over since then and still to be registered."""
        wrapping = Q(record=None, reason="", answered_at__isnull=False, ended_at__gte=since)
        return self.exclude(officer=None).filter(Q(ended_at=None, never_ended=False) | wrapping)

    def begun_on(self, day: date) -> Self:
        return self.filter(began_at__gte=begin_of(day), began_at__lt=begin_of(day + timedelta(days=1)))

    def for_list(self) -> Self:
        return self.select_related("officer__user", "officer__org", "exchange").order_by("-pk")


class LineEventQuerySet(QuerySet[Any]):
    def update(self, **kwargs: Any) -> int:
        raise TypeError("messages of an exchange are append-only")

    def delete(self) -> Any:
        raise TypeError("messages of an exchange are append-only")


class HandoverQuerySet(QuerySet[Any]):
    def visible_to(self, officer: Officer) -> Self:
        """Only the two between whom the call goes over."""
        return self.filter(Q(sender=officer) | Q(receiver=officer))

    def offered(self) -> Self:
        return self.filter(answer="")

    def for_list(self) -> Self:
        return self.select_related("sender__user", "sender__org", "receiver__user", "receiver__org", "call")
