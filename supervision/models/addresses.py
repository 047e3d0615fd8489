"""Where somebody agreed to be served electronically."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_phone
from casework.secrets.fields import EncryptedTextField
from organizations.models import Officer

from .matters import MatterAttachment, SupervisionMatter


class AddressQuerySet(models.QuerySet["AddressConfirmation"]):
    def in_force(self, on: date) -> Self:
        return self.filter(Q(revoked_on=None) | Q(revoked_on__gt=on), confirmed_on__lte=on)


class AddressConfirmation(models.Model):
    """A confirmation of the address for electronic service, with the consent (Civil Procedure Law art. 90).

    It is given in one matter and holds for all its documents, until it is taken back.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")
        FAX = "fax", _("Fax")
        PLATFORM = "platform", _("Account on a platform")

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="address_confirmations")
    channel = models.CharField(_("way of electronic service"), max_length=8, choices=Channel.choices)
    address = EncryptedTextField(_("confirmed electronic address"))
    confirmed_by = EncryptedTextField(_("confirmed by"))
    confirmed_on = models.DateField(_("address confirmed on"))
    revoked_on = models.DateField(_("taken back on"), null=True, blank=True)
    proof = models.ForeignKey(MatterAttachment, models.PROTECT, related_name="+", verbose_name=_("signed confirmation"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("confirmation of an electronic address")
        verbose_name_plural = _("confirmations of electronic addresses")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.address_masked}"

    @property
    def address_masked(self) -> str:
        """An account keeps its first letter and its provider, a number its ends."""
        name, at, provider = self.address.partition("@")
        return f"{name[:1]}***@{provider}" if at else mask_phone(self.address)

    def personal(self) -> list[tuple[Any, str]]:
        return [(self.get_channel_display(), self.address), (_("confirmed by"), self.confirmed_by)]
