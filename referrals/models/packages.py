"""Packages that came back from an authority without a network."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Authority, Officer

from .referrals import Referral


class ImportedPackage(models.Model):
    """A package of receipts, taken in once: its number is that of the office which made it."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name=_("authority"))
    package_id = models.UUIDField(_("package"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="receipt_packages", verbose_name=_("referral"))
    acts = models.JSONField(_("what it brought"))
    at = models.DateTimeField(_("taken in"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("taken in by"))

    class Meta:
        verbose_name = _("package of receipts")
        verbose_name_plural = _("packages of receipts")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["authority", "package_id"], name="a_package_is_taken_in_once")]

    def __str__(self) -> str:
        return str(self.package_id)
