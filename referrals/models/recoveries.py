"""What workers received after a referral, where the union has no case or document of its own that holds it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import LedgerEntry, above_zero_or_taken_back

from .history import ReferralAttachment
from .referrals import Referral


class ReferralRecovery(LedgerEntry):
    file = models.ForeignKey(Referral, models.PROTECT, related_name="recoveries", verbose_name=_("referral"))
    proof = models.ForeignKey(
        ReferralAttachment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proof of the payment"),
    )

    class Meta(LedgerEntry.Meta):
        constraints = [above_zero_or_taken_back("referral_recovery_above_zero_or_taken_back")]
