"""The ledger of losses recovered: money actually paid, each payment once."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.files import AppendOnly


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


class LedgerQuerySet(AppendOnly):
    def standing(self) -> Self:
        """Entries that count: neither taken back, nor taking one back."""
        return self.filter(reverses=None, reversed_by=None)


class LedgerEntry(AbstractRecovery):
    """A recovery entered in one sum, with its proof. It is never changed: a wrong one is taken back by a row of its
    own, below zero, that names it.
    """

    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reversed_by",
        verbose_name=_("entry taken back"),
    )
    reason = models.TextField(_("reason"), blank=True)

    objects = LedgerQuerySet.as_manager()

    class Meta(AbstractRecovery.Meta):
        abstract = True
        verbose_name = _("amount recovered")
        verbose_name_plural = _("amounts recovered")
        ordering = ("paid_on", "pk")


def above_zero_or_taken_back(name: str) -> models.CheckConstraint:
    """Of a ledger: what is paid is above zero, what takes it back below. `name` is that of the constraint."""
    condition = Q(reverses=None, amount__gt=0) | Q(reverses__isnull=False, amount__lt=0)
    return models.CheckConstraint(name=name, condition=condition)
