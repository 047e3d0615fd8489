"""How pending deliveries are taken, tried and counted. Rows decide; messages of the broker are hints."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID, uuid4

from django.db import models, transaction

from referrals.clock import ClockTimestamp

if TYPE_CHECKING:
    from referrals.models import Delivery

LEASE = timedelta(seconds=60)  # longer than the longest send and its commit
HOUR = timedelta(hours=1)
BACK_OFF = [timedelta(seconds=10), *(timedelta(minutes=n) for n in (1, 5, 15, 30))]
SPREAD = 0.2

# One statement, so that two relays never see the same row as free. A later message of a file waits for the earlier
# one, also for one that is parked: a person decides then.
# What is carried holds up nobody: it may lie for days. MATERIALIZED, because a subquery may be run twice.
LEASE_SQL = """
    WITH due AS MATERIALIZED (
        SELECT id FROM referrals_delivery AS d
        WHERE done_at IS NULL AND parked_at IS NULL AND cancelled_at IS NULL
          AND next_attempt_at <= clock_timestamp()
          AND NOT EXISTS (
              SELECT 1 FROM referrals_delivery AS earlier
              WHERE earlier.source = d.source AND earlier.id < d.id
                AND earlier.done_at IS NULL AND earlier.cancelled_at IS NULL
                AND (earlier.parked_at IS NULL OR earlier.channel NOT IN ('paper', 'package'))
          )
        ORDER BY next_attempt_at, id
        LIMIT %s
        FOR UPDATE SKIP LOCKED
    )
    UPDATE referrals_delivery AS taken SET lease = %s, next_attempt_at = clock_timestamp() + %s
    FROM due WHERE taken.id = due.id
    RETURNING taken.*
"""


def back_off(attempts: int) -> timedelta:
    """The pause after so many attempts: 10 s, 1, 5, 15, 30 minutes, then hourly; 20 % more or less by chance."""
    pause = BACK_OFF[attempts - 1] if attempts <= len(BACK_OFF) else HOUR
    return pause * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - spreads load, guards nothing


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def pending(self) -> Self:
        return self.filter(done_at=None, parked_at=None, cancelled_at=None)

    def parked(self) -> Self:
        return self.exclude(parked_at=None)

    def unfinished(self) -> Self:
        """Neither delivered nor withdrawn by a person."""
        return self.filter(done_at=None, cancelled_at=None)

    def lease(self, limit: int = 100, span: timedelta = LEASE) -> list[Delivery]:
        """Take what is due, by the database's clock. A worker that dies keeps nothing: its rows become due again."""
        return list(self.raw(LEASE_SQL, [limit, uuid4(), span]))

    @transaction.atomic
    def begin_attempt(self, pk: int, lease: UUID | str, *, at: datetime) -> Delivery | None:
        """The row of the attempt, written before the send; None when another worker has or had this lease.

        The lease is exchanged, so that a message handed out twice by the broker begins one attempt. A row whose
        sender keeps dying becomes due again later and later.
        """
        found = self.pending().select_for_update().filter(pk=pk, lease=lease).first()
        if found is None:
            return None
        found.lease, found.attempts = uuid4(), found.attempts + 1
        found.next_attempt_at = ClockTimestamp() + max(LEASE, back_off(found.attempts))
        found.save(update_fields=["lease", "attempts", "next_attempt_at"])
        found.tries.create(n=found.attempts, started_at=at)
        return self.select_related("referral__authority").get(pk=pk)

    def exhausted(self) -> Self:
        """Tried for ten days in vain."""
        return self.pending().filter(give_up_at__lte=ClockTimestamp())
