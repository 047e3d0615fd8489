"""What a referral carries besides its words: details of its kind, data of the file, and the ground for passing them."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField

from .kinds import ReferralKind


class SpecialGroup(models.TextChoices):
    """Persons the law protects in particular, whom an authority treats first."""

    MIGRANT = "migrant", _("Migrant workers")
    MINOR = "minor", _("Workers under 18")
    PREGNANT = "pregnant", _("Pregnant or nursing workers")
    DISABLED = "disabled", _("Disabled workers")
    INJURED = "injured", _("Workers injured at work")
    OLDER = "older", _("Workers beyond the age of retirement")


class Content(models.Model):
    """The part of a referral whose shape its kind decides."""

    act = models.CharField(
        _("what the union does with its file"),
        max_length=8,
        choices=ReferralKind.Act.choices,
        default=ReferralKind.Act.KEEP,
    )
    details = models.JSONField(_("details of the kind"), default=dict, blank=True)
    special_groups = models.JSONField(_("special groups"), default=list, blank=True)
    enclosed = models.JSONField(_("papers enclosed"), default=list, blank=True)
    shared = models.JSONField(_("data passed on"), default=list, blank=True)
    # What was passed on, as it stood that day; for an incoming referral what came. Sealed, for it names persons.
    passed = EncryptedTextField(_("data passed on, in full"), blank=True)
    consent_on = models.DateField(_("the person concerned agreed on"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    agreed_due_on = models.DateField(_("result agreed for"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def passed_data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.passed) if self.passed else {}
        return found

    @property
    def detail_lines(self) -> list[tuple[str, str]]:
        """The details in words, in the order of the kind's table."""
        lines = [(field["label"], in_words(field, self.details.get(field["code"]))) for field in self.kind.fields]  # type: ignore[attr-defined]
        return [(label, text) for label, text in lines if text]

    @property
    def special_group_labels(self) -> list[str]:
        return [str(SpecialGroup(code).label) for code in self.special_groups if code in SpecialGroup.values]

    @property
    def enclosed_labels(self) -> list[str]:
        return [label for code, label, _needed in self.kind.papers if code in self.enclosed]  # type: ignore[attr-defined]


def in_words(field: dict[str, Any], value: Any) -> str:
    return str(dict(field["choices"]).get(value, value)) if value else ""
