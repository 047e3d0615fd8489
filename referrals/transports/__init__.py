"""The ways a message reaches an authority: one small class each, all with the same `send`."""

from __future__ import annotations

from referrals.models import Referral
from referrals.transports.base import ReadyToCarry, Transport, TransportError
from referrals.transports.carried import OfflinePackage, PaperLetter
from referrals.transports.desk import AuthorityDesk
from referrals.transports.http import HttpsPost
from referrals.transports.mail import LinkByMail

TRANSPORTS: dict[str, Transport] = {
    Referral.Channel.DESK: AuthorityDesk(),
    Referral.Channel.HTTP: HttpsPost(),
    Referral.Channel.EMAIL: LinkByMail(),
    Referral.Channel.PACKAGE: OfflinePackage(),
    Referral.Channel.PAPER: PaperLetter(),
}

__all__ = ["TRANSPORTS", "AuthorityDesk", "HttpsPost", "ReadyToCarry", "Transport", "TransportError"]
