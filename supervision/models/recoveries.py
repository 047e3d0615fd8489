"""Whether the breach was put right, and what workers received: seen, dated, proved."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import AppendOnly, LedgerEntry, above_zero_or_taken_back
from organizations.models import Officer

from .documents import SupervisionDocument
from .service import DocumentAttachment


class Verification(models.Model):
    """One look at the correction: on the spot, or by the papers handed in. Rows are never changed."""

    class Way(models.TextChoices):
        ON_SITE = "on_site", _("On the spot")
        PAPERS = "papers", _("By papers")

    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="verifications")
    way = models.CharField(_("way of verification"), max_length=8, choices=Way.choices)
    verified_on = models.DateField(_("verified on"))
    corrected = models.BooleanField(_("corrected"))
    findings = models.TextField(_("what was seen"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ("verified_on", "pk")

    def __str__(self) -> str:
        return f"{self.verified_on} {self.get_way_display()}"


class DocumentRecovery(LedgerEntry):
    """Money workers really received after the document.

    What was paid under the agreement of the dispute case is a payment of the case and stands there alone; the document
    is only mentioned beside it.
    """

    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="recoveries")
    proof = models.ForeignKey(
        DocumentAttachment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proof of the payment"),
    )

    class Meta(LedgerEntry.Meta):
        constraints = [above_zero_or_taken_back("recovery_above_zero_or_taken_back")]
