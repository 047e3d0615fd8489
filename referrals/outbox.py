"""How pending deliveries are taken, tried and counted. Rows decide; messages of the broker are hints."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models

from referrals.clock import ClockTimestamp
from referrals.leasing import BEGIN, FOLLOW, LEASE

if TYPE_CHECKING:
    from organizations.models import Officer
    from referrals.models import Delivery, Referral

# Longer than the longest send and its commit: 60 s. Between relay and attempt less: the broker may forget it.
SENDING = timedelta(seconds=2 * settings.DELIVERY_TOTAL_SECONDS)
HANDED_OUT = SENDING / 3
HOUR = timedelta(hours=1)
BACK_OFF = [timedelta(seconds=10), *(timedelta(minutes=n) for n in (1, 5, 15, 30))]
SPREAD = 0.2


def back_off(attempts: int) -> timedelta:
    """The pause after so many attempts: 10 s, 1, 5, 15, 30 minutes, then hourly; 20 % more or less by chance."""
    pause = BACK_OFF[attempts - 1] if attempts <= len(BACK_OFF) else HOUR
    return pause * by_chance()


def by_chance() -> float:
    return random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - spreads load, guards nothing


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the referrals this officer may know of."""
        referrals: Any = self.model.referral.field.related_model
        return self.filter(referral__in=referrals.objects.visible_to(officer).values("pk"))

    def pending(self) -> Self:
        return self.filter(done_at=None, parked_at=None, cancelled_at=None)

    def parked(self) -> Self:
        return self.exclude(parked_at=None)

    def notices_given_up(self) -> Self:
        """Those of which the referral itself says nothing: what was told after it, or in answer to it."""
        return self.parked().exclude(matter=self.model.Matter.REFERRAL)

    def behind(self, other: DeliveryQuerySet) -> models.Exists:
        """Whether a row of `other` comes before it: in the order of the same case, to the same authority."""
        same = {name: models.OuterRef(name) for name in ("source", "authority")}
        return models.Exists(other.filter(**same, pk__lt=models.OuterRef("pk")))

    def holding(self) -> Self:
        """Those not delivered that stand before a person, who has not let later ones pass."""
        return self.parked().filter(passed_at=None)

    def held_back(self) -> Self:
        """Pending, and not tried before a person has decided about an earlier one, maybe of another union."""
        return self.pending().filter(self.behind(self.model.objects.holding()))

    def in_front_of(self, referral: Referral) -> Self:
        """Those behind which a message of this referral waits; they may be messages of another union."""
        mine = self.model.objects.pending().filter(referral=referral)
        same = {name: models.OuterRef(name) for name in ("source", "authority")}
        later = models.Exists(mine.filter(**same, pk__gt=models.OuterRef("pk")))
        return self.holding().filter(later).exclude(referral=referral)

    def waiting_behind(self, referral: Referral) -> Self:
        """Those that wait for a decision about a message of this referral."""
        mine = self.model.objects.holding().filter(referral=referral)
        return self.pending().filter(self.behind(mine)).exclude(referral=referral)

    def for_list(self) -> Self:
        """Those given up longest ago first."""
        return self.defer("body").select_related("referral__owner__user", "authority").order_by("parked_at")

    def unfinished(self) -> Self:
        """Neither delivered nor withdrawn by a person."""
        return self.filter(done_at=None, cancelled_at=None)

    def lease(self, limit: int = 100, span: timedelta = HANDED_OUT) -> list[Delivery]:
        """Take what is due, by the database's clock. A worker that dies keeps nothing: its rows become due again.

        One autocommitted statement: a relay that is frozen the moment it was sent holds no lock.
        """
        from referrals.models.circuits import AT_ONCE, PROBE

        given = {"at_once": AT_ONCE, "probe": PROBE, "limit": limit, "lease": uuid4(), "span": span}
        return list(self.raw(LEASE, given))

    def begin_attempt(self, pk: int, lease: UUID | str, *, at: datetime) -> Delivery | None:
        """The row of the attempt, written before the send; None when another worker has or had this lease.

        The lease is exchanged, so that a message handed out twice by the broker begins one attempt.
        """
        return self.begun(BEGIN, at, pk=pk, lease=str(lease))

    def begin_next(self, authority_id: int, *, at: datetime) -> Delivery | None:
        """The following message of this authority, begun in the transaction that ends the one before."""
        return self.begun(FOLLOW, at, authority=authority_id)

    def begun(self, statement: str, at: datetime, **which: Any) -> Delivery | None:
        given = {"sending": SENDING, "pauses": [*BACK_OFF, HOUR], "chance": by_chance(), "at": at}
        return next(iter(self.raw(statement, given | which)), None)

    def drain(self, authority_id: int) -> None:
        """Its line works again: what waits for a later attempt goes now."""
        waiting = self.pending().filter(authority=authority_id, next_attempt_at__gt=ClockTimestamp())
        free = models.Q(lease=None) | models.Q(leased_until__lte=ClockTimestamp())
        waiting.filter(free).update(next_attempt_at=ClockTimestamp(), lease=None)

    def exhausted(self) -> Self:
        """Tried for ten days in vain."""
        return self.pending().filter(give_up_at__lte=ClockTimestamp())
