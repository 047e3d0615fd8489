"""A mail with an expiring link to one matter. The code that opens it goes another way."""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException

from referrals.causes import Cause
from referrals.links import code_mail_of, link_for, link_mail_of
from referrals.models import Delivery
from referrals.transports.base import TransportError, lay_down


class LinkByMail:
    def send(self, delivery: Delivery, *, at: datetime) -> None:
        """The same delivery always sends the same link. A mail sent twice leads to the same matter."""
        link = link_for(delivery, at=at)
        if link is None:
            raise TransportError(Cause.NO_MAILBOX)
        lay_down(delivery, at=at)
        try:
            link_mail_of(link).send()
            if mail := code_mail_of(link):
                mail.send()
        except (SMTPException, OSError) as error:
            raise TransportError(Cause.NO_MAIL_SERVER, of_line=False) from error
