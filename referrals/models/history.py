"""History, clocks and papers of a referral."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractAttachment, AbstractDeadline, AbstractEvent, AbstractExtension, AbstractPause

from .referrals import Referral

ACCEPTED = ("enqueue", "enqueue_notice")  # the acts by which a message is taken on for delivery


class ReferralEvent(AbstractEvent):
    file = models.ForeignKey(Referral, models.PROTECT, related_name="events", verbose_name=_("referral"))

    class Meta(AbstractEvent.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["file", "at"], name="referral_timeline"),
            models.Index(fields=["id"], name="referral_accepted", condition=models.Q(verb__in=ACCEPTED)),
        ]


class ReferralDeadline(AbstractDeadline):
    file = models.ForeignKey(Referral, models.PROTECT, related_name="deadlines", verbose_name=_("referral"))

    class Meta(AbstractDeadline.Meta):
        abstract = False


class ReferralPause(AbstractPause):
    deadline = models.ForeignKey(ReferralDeadline, models.CASCADE, related_name="pauses", verbose_name=_("period"))


class ReferralExtension(AbstractExtension):
    deadline = models.ForeignKey(ReferralDeadline, models.CASCADE, related_name="extensions", verbose_name=_("period"))


class ReferralAttachment(AbstractAttachment):
    """A paper that is shared: what the union sends along, and what the authority answers with."""

    file = models.ForeignKey(Referral, models.PROTECT, related_name="attachments", verbose_name=_("referral"))
