"""The desk of an authority inside this system."""

from __future__ import annotations

from datetime import datetime

from referrals.models import Delivery
from referrals.transports.base import lay_down


class AuthorityDesk:
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Lay the referral on the desk. It lies there once, however often it is sent."""
        lay_down(delivery, at=at)
