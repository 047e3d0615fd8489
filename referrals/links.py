"""Links for authorities without a desk here: one matter, some days, no account, against a code sent apart.

The token follows from the number of the message under a key that is not in the database, so sending again sends the
same link, and a copy of the database opens nothing. Token and code are kept as fingerprints only.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from secrets import compare_digest, randbelow

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from casework.deadlines import policy
from casework.secrets import vault
from casework.words import instant
from referrals.models import Delivery, MatterLink, Referral

TOKEN, CODE = "referrals.link", "referrals.link.code"
DIGITS = 6
SPAN = timedelta(days=1)  # over which the codes tried from one network address are counted


def token_of(delivery: Delivery) -> str:
    return vault.fingerprint(str(delivery.message_id), TOKEN)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_for(delivery: Delivery, *, at: datetime) -> MatterLink | None:
    """The link of this delivery, made at its first attempt; None where the authority has no address."""
    reach = getattr(delivery.referral.authority, "reach", None)
    if reach is None or not reach.email:
        return None
    days = policy("referral_link_days", delivery.referral, timezone.localdate(at))
    fresh = {
        "referral": delivery.referral,
        "token_hash": hash_of(token_of(delivery)),
        "sent_to": reach.email,
        "sent_at": at,
        "expires_at": at + timedelta(days=days),
    }
    return MatterLink.objects.get_or_create(delivery=delivery, defaults=fresh)[0]


def found_by(token: str) -> MatterLink | None:
    """The link of this token, whatever has become of it."""
    return MatterLink.objects.filter(token_hash=hash_of(token)).select_related("referral").first()


def kept(pk: int) -> MatterLink | None:
    """The link a browser has come by, as it stands now."""
    return MatterLink.objects.filter(pk=pk).select_related("referral__authority", "referral__org", "delivery").first()


def newest(referral: Referral) -> MatterLink | None:
    """The link that counts: the last one sent."""
    return referral.links.order_by("-pk").first()


def new_code(link: MatterLink) -> str:
    """A fresh code instead of the one before, and fresh tries. It is returned this once."""
    code = f"{randbelow(10**DIGITS):0{DIGITS}}"
    link.code_hash, link.tries = code_hash(link, code), 0
    link.save(update_fields=["code_hash", "tries"])
    return code


def code_hash(link: MatterLink, code: str) -> str:
    return vault.fingerprint(f"{link.pk}:{code}", CODE)


def fits(link: MatterLink, code: str) -> bool:
    known = vault.fingerprints(f"{link.pk}:{code}", CODE)
    return bool(link.code_hash) and any([compare_digest(link.code_hash, one) for one in known])


def link_mail_of(link: MatterLink) -> EmailMessage:
    """Who sends, which number, until when, whom to ring. Nothing of the matter itself."""
    referral = link.referral
    address = settings.PUBLIC_URL + reverse("referrals:letter-open", args=[token_of(link.delivery)])
    words = {
        "org": referral.org.name,
        "authority": referral.authority.name,
        "number": referral.number,
        "address": address,
        "until": instant(link.expires_at),
        "phone": referral.org.phone or "12351",
    }
    with override("zh-hans"):
        subject = _("%(org)s lays a matter before you: %(number)s") % words
        body = _(
            "%(authority)s:\n\n%(org)s lays the matter %(number)s before you. Please open it here; no account is "
            "needed:\n\n%(address)s\n\nThe code that opens it comes to you another way. The link leads to this one "
            "matter and is valid until %(until)s.\n\nIf you did not expect this mail, please ring %(phone)s."
        )
        return EmailMessage(subject, body % words, to=[link.sent_to])


def code_mail_of(link: MatterLink) -> EmailMessage | None:
    """The code by a second mail, where the authority has named another address for codes."""
    reach = link.referral.authority.reach
    if not reach.code_email or link.code_hash:
        return None
    words = {"number": link.referral.number, "code": new_code(link), "org": link.referral.org.name}
    with override("zh-hans"):
        subject = _("Code for the matter %(number)s") % words
        body = _("%(org)s has sent you a link by another mail. The code that opens it, once: %(code)s")
        return EmailMessage(subject, body % words, to=[reach.code_email])
