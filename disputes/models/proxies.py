"""Who acts for a party."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name, mask_phone
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField

from .parties import Party


class Proxy(BlindIndexed):
    """An authorised representative with a written power (Civil Procedure Law arts 61 and 62, by analogy).

    To admit, waive or change a claim and to settle takes special powers; with general ones the party signs itself.
    """

    class Relation(models.TextChoices):
        LAWYER = "lawyer", _("Lawyer")
        LEGAL_WORKER = "legal_worker", _("Basic-level legal service worker")
        RELATIVE = "relative", _("Near relative")
        STAFF = "staff", _("Staff of the unit")
        UNION = "union", _("Trade union")
        RECOMMENDED = "recommended", _("Recommended citizen")

    class Powers(models.TextChoices):
        GENERAL = "general", _("General powers")
        SPECIAL = "special", _("Special powers")

    party = models.ForeignKey(Party, models.PROTECT, related_name="proxies", verbose_name=_("party"))
    name = EncryptedTextField(_("name"))
    id_number = EncryptedTextField(_("identity number"), blank=True)
    id_index = BlindIndexField(of="id_number")
    phone = EncryptedTextField(_("telephone"), blank=True)
    relation = models.CharField(_("relation"), max_length=12, choices=Relation.choices)
    powers = models.CharField(_("powers"), max_length=8, choices=Powers.choices)
    authorised_on = models.DateField(_("authorised on"))
    ended_on = models.DateField(_("authorised until"), null=True, blank=True)

    class Meta:
        verbose_name = _("proxy")
        verbose_name_plural = _("proxies")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="proxy_ends_after_its_beginning",
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("authorised_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} #{self.pk}"

    @property
    def label(self) -> str:
        """The name as everybody may see it."""
        return mask_name(self.name, minor=self.party.file.names_hidden)

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone) if self.phone else ""

    @property
    def may_settle(self) -> bool:
        """Whether a signature of this proxy under an agreement binds the party."""
        return not self.ended_on and self.powers == self.Powers.SPECIAL

    def personal(self, role: str) -> list[tuple[Any, str]]:
        fields = [
            (gettext("name"), self.name),
            (gettext("identity number"), self.id_number),
            (gettext("telephone"), self.phone),
        ]
        whose = gettext("Proxy of the %(role)s") % {"role": role}
        return [(f"{whose} · {label}", text) for label, text in fields if text]
