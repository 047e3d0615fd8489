"""Every worker stands in for beat while beat is silent, so that no single process decides whether referrals go out."""

from __future__ import annotations

import threading
from typing import Any

from celery.bootsteps import StartStopStep
from django.db import DatabaseError, connections
from kombu.exceptions import OperationalError

EVERY = 5.0  # seconds between two looks


class Pulse(StartStopStep):
    """A thread beside the pool. It looks at the sign of life in the database, and ticks where beat should have."""

    def __init__(self, parent: Any, **options: Any) -> None:
        super().__init__(parent, **options)
        self.stopping = threading.Event()

    def start(self, parent: Any) -> None:
        threading.Thread(target=self.watch, name="pulse", daemon=True).start()

    def stop(self, parent: Any) -> None:
        self.stopping.set()

    terminate = stop

    def watch(self) -> None:
        while not self.stopping.wait(EVERY):
            self.look()

    def look(self) -> None:
        """What does not answer now is asked again. No connection is kept: forked children would inherit it."""
        from referrals.tasks import stand_in

        try:
            stand_in()
        except (DatabaseError, OperationalError):
            return
        finally:
            connections.close_all()
