"""What every way to an authority has in common."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from referrals.models import Delivery, InboxEntry, Referral


class TransportError(Exception):
    """The message did not get through this time. The words go into the attempt's row and hold no personal data."""


class ReadyToCarry(Exception):
    """Nothing failed: it is made, and now a person takes it there and records the service."""


class Transport(Protocol):
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Hand over, at least once: sending again must do nothing further. Raises TransportError, ReadyToCarry."""


def lay_down(referral: Referral, *, at: datetime) -> None:
    """From now on the authority holds it, once, however often it is sent. Raises TransportError."""
    if not referral.authority.active:
        raise TransportError("the authority is not in service")
    InboxEntry.objects.get_or_create(referral=referral, defaults={"authority": referral.authority, "received_at": at})
