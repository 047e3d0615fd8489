"""What a person carries: the printed letter, or the package on a medium. The worker makes sure it can be made."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from casework.documents.pdf import NotPrintable
from casework.errors import StoreAway
from referrals.causes import Cause
from referrals.models import Delivery
from referrals.packages.outgoing import Unpackable, package_of
from referrals.papers.cover import cover_of
from referrals.transports.base import ReadyToCarry, TransportError


class PaperLetter:
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Draw the letter once, so that what cannot be printed is known before somebody stands at the printer."""
        try:
            cover_of(delivery.referral, timezone.localdate(at))
        except NotPrintable as error:
            raise TransportError(Cause.NOT_PRINTABLE, of_line=False) from error
        raise ReadyToCarry


class OfflinePackage:
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """Put the package together once; it is made anew, byte for byte the same, when it is taken."""
        try:
            package_of(delivery)
        except Unpackable as error:
            raise TransportError(error.cause, of_line=False) from error
        except StoreAway as error:
            raise TransportError(Cause.STORE_AWAY, of_line=False) from error
        raise ReadyToCarry
