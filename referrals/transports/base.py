"""What all ways to an authority have in common."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from referrals.causes import Cause
from referrals.models import Delivery, InboxEntry


class TransportError(Exception):
    """The message did not get through this time. The cause is a code of `Cause` and holds no personal data.

    `status` is that of the answer, `rest` how long the other side asks not to be called. A failure `of_line` counts
    against the line to the authority; one of the message alone does not. `parks` gives it to a person at once.
    """

    def __init__(
        self,
        cause: str,
        *,
        status: int | None = None,
        rest: timedelta | None = None,
        of_line: bool = True,
        parks: str = "",
    ) -> None:
        super().__init__(cause)
        self.cause, self.status, self.rest, self.of_line, self.parks = str(cause), status, rest, of_line, parks


class ReadyToCarry(Exception):
    """Nothing failed: it is made, and now a person takes it there and records the service."""


class Transport(Protocol):
    def send(self, delivery: Delivery, *, at: datetime) -> int | None:
        """Hand over, at least once: sending again must do nothing further. Raises TransportError, ReadyToCarry.

        Answers with the status of the other side, where it gives one.
        """


def lay_down(delivery: Delivery, *, at: datetime) -> None:
    """From now on the authority holds the referral, once, however often it is sent. Raises TransportError."""
    if not delivery.authority.active:
        raise TransportError(Cause.OUT_OF_SERVICE)
    if delivery.matter == Delivery.Matter.REFERRAL:
        laid = {"authority": delivery.authority, "received_at": at}
        InboxEntry.objects.get_or_create(referral=delivery.referral, defaults=laid)
