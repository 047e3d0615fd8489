"""The sides of a case."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_id_number, mask_name, mask_phone
from casework.models import Employer
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField
from disputes.models.choices import Capacity

from .cases import DisputeCase
from .choices import Language
from .sides import TwoSided


def digits(number: str) -> str:
    """One spelling for one telephone number: its last eleven digits, without signs and country code."""
    return "".join(sign for sign in number if sign.isdigit())[-11:]


class Party(BlindIndexed):
    """An applicant, a respondent or a third party of a case. Who stops being one stays in the file with the day."""

    class Role(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        RESPONDENT = "respondent", _("Respondent")
        THIRD_PARTY = "third_party", _("Third party")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="parties")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    capacity = models.CharField(_("capacity"), max_length=20, choices=Capacity.choices, blank=True)
    name = models.CharField(_("name"), max_length=200)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="parties", verbose_name=_("employer")
    )
    # Of a unit; the register of employers may know another one, who came later.
    legal_representative = models.CharField(_("legal representative"), max_length=60, blank=True)
    id_number = EncryptedTextField(_("identity number"), blank=True)
    id_index = BlindIndexField(of="id_number")
    phone = EncryptedTextField(_("telephone"), blank=True)
    phone_index = BlindIndexField(of="phone", normalise=digits)
    address = EncryptedTextField(_("address"), blank=True)
    service_address = EncryptedTextField(_("address for service"), blank=True)
    electronic_service = models.BooleanField(_("agrees to service by electronic means"), default=False)
    needs = models.CharField(_("language and other needs"), max_length=100, blank=True)
    is_minor = models.BooleanField(_("under 18"), default=False)
    guardian = EncryptedTextField(_("guardian"), blank=True)
    # A worker whom a group has elected; settling for the others needs their special authority.
    elected_on = models.DateField(_("elected representative on"), null=True, blank=True)
    may_settle = models.BooleanField(_("may settle for the group"), default=False)
    ended_on = models.DateField(_("party until"), null=True, blank=True)
    language = models.CharField(_("language needed"), max_length=8, choices=Language.choices, blank=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(name="party_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="only_applicants_are_elected", condition=Q(elected_on=None) | Q(role="applicant")
            ),
        ]
        indexes = [
            models.Index(
                fields=["name"], name="party_person", opclasses=["varchar_pattern_ops"], condition=Q(employer=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} #{self.pk}"

    def label_in(self, case: TwoSided) -> str:
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

    @property
    def where_served(self) -> str:
        """Where papers go: the address named for it, else the address."""
        where: str = self.service_address or self.address
        return where

    @property
    def head(self) -> str:
        """Who stands for a unit by law: as named in this case, else as the register of employers knows."""
        return self.legal_representative or (self.employer.legal_representative if self.employer else "")

    def personal(self) -> list[tuple[Any, str]]:
        """Each field in full with a label that says whose it is, for the page that records who looks."""
        role = self.get_role_display()
        fields = [
            (gettext("name"), self.name),
            (gettext("identity number"), self.id_number),
            (gettext("telephone"), self.phone),
            (gettext("address"), self.address),
            (gettext("address for service"), self.service_address),
            (gettext("guardian"), self.guardian),
        ]
        own = [(f"{role} · {label}", text) for label, text in fields if text]
        return own + [line for proxy in self.proxies.all() for line in proxy.personal(role)]
