"""What workers received after a referral, where the union has no case or document of its own that holds it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractRecovery, AppendOnly

from .history import ReferralAttachment
from .referrals import Referral


class ReferralRecovery(AbstractRecovery):
    """A row of the ledger of losses recovered, never changed. A wrong entry is a row of its own, below zero, that names
    the one it takes back.
    """

    file = models.ForeignKey(Referral, models.PROTECT, related_name="recoveries", verbose_name=_("referral"))
    proof = models.ForeignKey(
        ReferralAttachment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proof of the payment"),
    )
    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reversed_by",
        verbose_name=_("entry taken back"),
    )
    reason = models.TextField(_("reason"), blank=True)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("amount recovered")
        verbose_name_plural = _("amounts recovered")
        ordering = ("paid_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="referral_recovery_above_zero_or_taken_back",
                condition=Q(reverses=None, amount__gt=0) | Q(reverses__isnull=False, amount__lt=0),
            )
        ]
