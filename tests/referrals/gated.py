"""A worker whose desk lays the referral down, says so, and then waits at a gate: the moment to kill it.

`celery -A tests.referrals.gated worker`, with the folder of the gate in HEYI_TEST_GATE.
"""

import os
import select
from pathlib import Path

import django

from config.celery import app

django.setup()

from referrals import transports  # noqa: E402 - needs the applications

GATE = Path(os.environ["HEYI_TEST_GATE"])
LONGEST = 20.0


class Gated(transports.AuthorityDesk):
    """Its effect is there, its success is not yet written."""

    def send(self, delivery, *, at):
        super().send(delivery, at=at)
        (GATE / "reached").touch()
        handle = os.open(GATE / "pipe", os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle) as pipe:
            select.select([pipe], [], [], LONGEST)


transports.TRANSPORTS["desk"] = Gated()
__all__ = ["app"]
