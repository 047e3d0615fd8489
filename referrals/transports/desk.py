"""The desk of an authority inside this system."""

from __future__ import annotations

from datetime import datetime

from referrals.causes import Cause
from referrals.models import Delivery, InboxEntry
from referrals.transports.base import TransportError


class AuthorityDesk:
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Lay the referral on the desk. It lies there once, however often it is sent."""
        if not delivery.authority.active:
            raise TransportError(Cause.OUT_OF_SERVICE)
        if delivery.matter == Delivery.Matter.REFERRAL:
            laid = {"authority": delivery.authority, "received_at": at}
            InboxEntry.objects.get_or_create(referral=delivery.referral, defaults=laid)
