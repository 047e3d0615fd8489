"""Celery beat that leaves a sign of life in the database, where the probes look for it."""

import time
from typing import Any

from celery.beat import PersistentScheduler
from django.db import DatabaseError, close_old_connections

EVERY = 5.0  # seconds between two signs


class Clock(PersistentScheduler):
    """Sends the ticks. A database which does not answer stops no tick: the next sign tells soon enough."""

    last_sign = -EVERY

    def tick(self, *args: Any, **kwargs: Any) -> float:
        if time.monotonic() - self.last_sign >= EVERY:
            self.last_sign = time.monotonic()
            self.sign()
        return min(super().tick(*args, **kwargs), EVERY)

    def sign(self) -> None:
        from referrals.models import Heartbeat

        close_old_connections()
        try:
            Heartbeat.objects.note("beat")
        except DatabaseError:
            self.logger.warning("no sign of life written: the database does not answer")
