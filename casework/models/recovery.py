"""The ledger of losses recovered: money actually paid, each payment once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AbstractRecovery(models.Model):
    """A payment a worker really received. It belongs to exactly one source, the file of the subclass."""

    class Kind(models.TextChoices):
        WAGES = "wages", _("Wages")
        COMPENSATION = "compensation", _("Compensation")
        INJURY = "injury", _("Work-injury benefits")
        SOCIAL_INSURANCE = "social_insurance", _("Social insurance paid in")
        OTHER = "other", _("Other")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.WAGES)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)
    person_count = models.PositiveIntegerField(_("persons"), default=1)
    paid_on = models.DateField(_("paid on"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.amount} {self.paid_on}"
