"""The telephone exchange that tells us of calls, and who sits at which of its extensions."""

from __future__ import annotations

import base64
import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from hotline.querysets.lines import ExchangeQuerySet, SeatQuerySet
from organizations.models import Officer, UnionOrg

SECRET_BYTES = 32


def fresh_secret() -> str:
    """In the form of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


class Exchange(models.Model):
    """A telephone exchange that may tell us of calls. Two secrets can be in force, so that one is changed in peace."""

    name = models.CharField(_("name"), max_length=60)
    org = models.ForeignKey(
        UnionOrg, models.PROTECT, related_name="exchanges", verbose_name=_("organisation that answers here")
    )
    active = models.BooleanField(_("its messages are accepted"), default=True)
    secret = EncryptedTextField(_("secret"), default=fresh_secret, editable=False)
    former_secret = EncryptedTextField(_("former secret, still valid"), blank=True, editable=False)

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("telephone exchange")
        verbose_name_plural = _("telephone exchanges")

    def __str__(self) -> str:
        return self.name

    @property
    def secrets(self) -> list[str]:
        return [secret for secret in (self.secret, self.former_secret) if secret]


class Seat(models.Model):
    """Who sits at an extension, from when until when. One officer for an extension, one extension for an officer."""

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="seats", verbose_name=_("telephone exchange"))
    extension = models.CharField(_("extension"), max_length=16)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="seats", verbose_name=_("officer"))
    since = models.DateTimeField(_("signed on"))
    until = models.DateTimeField(_("signed off"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.UniqueConstraint(
                fields=["exchange", "extension"], condition=Q(until=None), name="one_officer_per_extension"
            ),
            models.UniqueConstraint(fields=["officer"], condition=Q(until=None), name="one_extension_per_officer"),
        ]
        indexes = [models.Index(fields=["exchange", "extension", "-since"], name="seat_at_an_instant")]

    def __str__(self) -> str:
        return self.extension
