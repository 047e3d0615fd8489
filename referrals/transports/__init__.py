"""The ways a message reaches an authority: one small class each, all with the same `send`."""

from __future__ import annotations

from referrals.models import Referral

from .base import Transport, TransportError
from .desk import AuthorityDesk
from .http import HttpsPost

__all__ = ["TRANSPORTS", "AuthorityDesk", "HttpsPost", "Transport", "TransportError"]

TRANSPORTS: dict[str, Transport] = {
    Referral.Channel.DESK: AuthorityDesk(),
    Referral.Channel.HTTP: HttpsPost(),
}
