"""Certificates of supervisors and mediators."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .officers import Officer


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(status=Certificate.Status.ACTIVE, issued_on__lte=day, valid_until__gte=day)


class Certificate(models.Model):
    """What lets an officer investigate (Zhejiang supervision regulation art. 12) or mediate."""

    class Kind(models.TextChoices):
        SUPERVISOR = "supervisor", _("Labour-law supervisor")
        MEDIATOR = "mediator", _("Mediator")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        SUSPENDED = "suspended", _("Suspended")
        EXPIRED = "expired", _("Expired")
        REVOKED = "revoked", _("Revoked")

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="certificates", verbose_name=_("holder"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    number = models.CharField(_("number"), max_length=40)
    issued_by = models.CharField(_("issued by"), max_length=100)
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateField(_("valid until"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.UniqueConstraint(fields=["kind", "issued_by", "number"], name="one_certificate_per_number")
        ]

    def __str__(self) -> str:
        return self.number
