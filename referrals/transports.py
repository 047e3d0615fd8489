"""The ways a message reaches an authority: one small class each, all with the same `send`."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from referrals.models import Delivery, InboxEntry, Referral


class TransportError(Exception):
    """The message did not get through this time. The words go into the attempt's row and hold no personal data."""


class Transport(Protocol):
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Hand over, at least once: sending again must do nothing further. Raises TransportError."""


class AuthorityDesk:
    """The desk of an authority inside this system."""

    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Lay the referral on the desk. It lies there once, however often it is sent."""
        referral = delivery.referral
        if not referral.authority.active:
            raise TransportError("the authority is not in service")
        InboxEntry.objects.get_or_create(
            referral=referral, defaults={"authority": referral.authority, "received_at": at}
        )


TRANSPORTS: dict[str, Transport] = {Referral.Channel.DESK: AuthorityDesk()}
