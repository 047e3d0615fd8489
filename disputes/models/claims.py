"""What the workers of a case want, in sum and person by person."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.identity import is_minor_on
from casework.masking import mask_id_number, mask_name, mask_phone
from casework.models import Category
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField

from .cases import DisputeCase


class ClaimQuerySet(models.QuerySet["ClaimItem"]):
    def with_paid(self) -> Self:
        """Each claim with what its worker was paid, less what was taken back with a whole payment."""
        return self.annotate(paid=Coalesce(Sum("shares__amount"), Decimal(0)))


class ClaimItem(models.Model):
    """What one worker wants under one category, and what was agreed on it."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="claims")
    position = models.PositiveSmallIntegerField(_("no."))
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("category"))
    claimant = models.CharField(_("claimant"), max_length=60, blank=True)
    claimed = models.DecimalField(_("claimed (yuan)"), max_digits=14, decimal_places=2)
    agreed = models.DecimalField(_("agreed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="one_claim_per_position"),
            models.CheckConstraint(
                name="claim_is_not_negative", condition=Q(claimed__gte=0) & (Q(agreed=None) | Q(agreed__gte=0))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.category}"

    @property
    def claimant_label(self) -> str:
        return (
            mask_name(self.claimant, minor=self.file.names_hidden) if self.claimant else gettext("All workers together")
        )


class RosterEntry(BlindIndexed):
    """What one worker of a group wants under one category, and what was agreed on it.

    The claims and sums of a case with a roster follow from its rows; nobody types them.
    """

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="roster")
    position = models.PositiveIntegerField(_("no."))
    name = EncryptedTextField(_("name"))
    id_number = EncryptedTextField(_("identity number"), blank=True)
    id_index = BlindIndexField(of="id_number")
    phone = EncryptedTextField(_("telephone"), blank=True)
    person = models.PositiveIntegerField(_("person"))  # several rows of one worker bear the same number
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("category"))
    claimed = models.DecimalField(_("claimed (yuan)"), max_digits=14, decimal_places=2)
    agreed = models.DecimalField(_("agreed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(_("paid (yuan)"), max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("row of the roster")
        verbose_name_plural = _("roster")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="one_roster_row_per_position"),
            models.UniqueConstraint(
                fields=["file", "person", "category"], name="one_roster_row_per_person_and_category"
            ),
            models.CheckConstraint(
                name="roster_sums_are_possible",
                condition=Q(claimed__gte=0)
                & (Q(agreed=None) | Q(agreed__gte=0))
                & Q(paid__gte=0)
                & (Q(paid=0) | Q(agreed__isnull=False, paid__lte=F("agreed"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}"

    @property
    def label(self) -> str:
        """The name as everybody may see it; of somebody under 18, known from the number, not even the surname."""
        young = is_minor_on(self.id_number, self.file.received_on)
        return mask_name(self.name, minor=young or self.file.names_hidden)

    @property
    def masked_id_number(self) -> str:
        return mask_id_number(self.id_number)

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone) if self.phone else ""

    def personal(self) -> list[tuple[Any, str]]:
        """Each field in full, for the page that records who looks."""
        fields = [
            (gettext("name"), self.name),
            (gettext("identity number"), self.id_number),
            (gettext("telephone"), self.phone),
        ]
        return [(f"{self.position} · {label}", text) for label, text in fields if text]
