"""How a referral that was carried came into the hands of the authority."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField

from .referrals import Referral


class HandOver(models.Model):
    """Service of a referral on paper or of its package (after Civil Procedure Law arts 87, 88 and 91)."""

    class Manner(models.TextChoices):
        DIRECT = "direct", _("Handed to the office")
        POSTAL = "postal", _("By post")

    referral = models.OneToOneField(Referral, models.PROTECT, related_name="hand_over", verbose_name=_("referral"))
    manner = models.CharField(_("manner of service"), max_length=10, choices=Manner.choices)
    served_on = models.DateField(_("served on"))
    received_by = EncryptedTextField(_("who took it"), blank=True)
    tracking_no = models.CharField(_("tracking number"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("service of a referral")
        verbose_name_plural = _("services of referrals")

    def __str__(self) -> str:
        return f"#{self.referral_id}"
