"""The equation that says nothing got lost: accepted = delivered + pending + parked + cancelled by a person."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from referrals.models import Delivery, ReferralEvent


@dataclass(frozen=True)
class Conservation:
    accepted: int
    delivered: int
    pending: int
    parked: int
    cancelled: int

    @property
    def holds(self) -> bool:
        return self.accepted == self.delivered + self.pending + self.parked + self.cancelled


def conservation() -> Conservation:
    """Accepted is counted from the history, which nobody can rewrite; the rest from the rows of the outbox."""
    rows = Delivery.objects.aggregate(
        delivered=Count("pk", filter=Q(done_at__isnull=False)),
        pending=Count("pk", filter=Q(done_at=None, parked_at=None, cancelled_at=None)),
        parked=Count("pk", filter=Q(parked_at__isnull=False)),
        cancelled=Count("pk", filter=Q(cancelled_at__isnull=False)),
    )
    return Conservation(accepted=ReferralEvent.objects.filter(verb="enqueue").count(), **rows)
