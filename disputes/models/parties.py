"""The people of a case, and what they want."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_id_number, mask_name, mask_phone
from casework.models import Category, Employer
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField

from .cases import DisputeCase


def digits(number: str) -> str:
    """One spelling for one telephone number: its last eleven digits, without signs and country code."""
    return "".join(sign for sign in number if sign.isdigit())[-11:]


class Party(BlindIndexed):
    """An applicant, a respondent or a third party of a case."""

    class Role(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        RESPONDENT = "respondent", _("Respondent")
        THIRD_PARTY = "third_party", _("Third party")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="parties")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    name = models.CharField(_("name"), max_length=200)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="parties", verbose_name=_("employer")
    )
    id_number = EncryptedTextField(_("identity number"), blank=True)
    id_index = BlindIndexField(of="id_number")
    phone = EncryptedTextField(_("telephone"), blank=True)
    phone_index = BlindIndexField(of="phone", normalise=digits)
    address = EncryptedTextField(_("address"), blank=True)
    is_minor = models.BooleanField(_("under 18"), default=False)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(name="party_has_name", condition=~Q(name="")),
        ]
        indexes = [
            models.Index(
                fields=["name"], name="party_person", opclasses=["varchar_pattern_ops"], condition=Q(employer=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} #{self.pk}"

    def label_in(self, case: DisputeCase) -> str:
        """The name as everybody may see it; in cases with hidden names and for minors not even the surname."""
        return self.name if self.employer_id else mask_name(self.name, minor=self.is_minor or case.names_hidden)

    @property
    def label(self) -> str:
        return self.label_in(self.file)

    @property
    def masked_id_number(self) -> str:
        return mask_id_number(self.id_number)

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone) if self.phone else ""

    def personal(self) -> list[tuple[Any, str]]:
        """Each field in full with a label that says whose it is, for the page that records who looks."""
        role = self.get_role_display()
        fields = [
            (gettext("name"), self.name),
            (gettext("identity number"), self.id_number),
            (gettext("telephone"), self.phone),
            (gettext("address"), self.address),
        ]
        return [(f"{role} · {label}", text) for label, text in fields if text]


class ClaimItem(models.Model):
    """What one worker wants under one category, and what was agreed on it."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="claims")
    position = models.PositiveSmallIntegerField(_("no."))
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("category"))
    claimant = models.CharField(_("claimant"), max_length=60, blank=True)
    claimed = models.DecimalField(_("claimed (yuan)"), max_digits=14, decimal_places=2)
    agreed = models.DecimalField(_("agreed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)

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
