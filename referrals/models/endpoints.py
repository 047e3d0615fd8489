"""Where an authority takes messages over HTTP, and the secrets both sides sign with."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING, Self
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from organizations.models import Authority, User

if TYPE_CHECKING:
    from organizations.models import Officer

SECRET_BYTES = 32
HTTPS = 443


def fresh_secret() -> str:
    """In the form of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def plain_https(address: str) -> None:
    """Raises ValidationError for what is no https address of a host, or carries a password or a fragment."""
    try:
        parts = urlsplit(address)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError as error:
        raise ValidationError(_("This is not an address.")) from error
    if parts.scheme != "https" or not parts.hostname or not port_is_number:
        raise ValidationError(_("The address begins with https:// and names a host."))
    if parts.username or parts.password or parts.fragment or not address.isascii() or not address.isprintable():
        raise ValidationError(_("The address has no user, no password and no part after #."))


class EndpointQuerySet(models.QuerySet["Endpoint"]):
    def visible_to(self, officer: Officer) -> Self:
        """Addresses and secrets of authorities are the administrator's business."""
        return self.all() if officer.duty == officer.Duty.SYSTEM_ADMIN else self.none()

    def in_use(self) -> Self:
        """Entered by one administrator, confirmed by another, and not switched off."""
        return self.filter(active=True).exclude(confirmed_by=None)

    def of(self, authority: Authority | int) -> Endpoint | None:
        return self.in_use().filter(authority=authority).first()


class Endpoint(models.Model):
    """The allow-list of destinations: nothing is sent to an address that two administrators have not agreed on.

    Two secrets can be in force, so that one is changed in peace: every message then carries a signature of each.
    """

    authority = models.OneToOneField(
        Authority, models.PROTECT, related_name="endpoint", verbose_name=_("receiving authority")
    )
    address = models.CharField(_("address"), max_length=300, validators=[plain_https])
    active = models.BooleanField(_("in use"), default=True)
    secret = EncryptedTextField(_("secret"), default=fresh_secret, editable=False)
    former_secret = EncryptedTextField(_("former secret, still valid"), blank=True, editable=False)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False, verbose_name=_("entered by"))
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name=_("confirmed by")
    )

    objects = EndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("address of an authority")
        verbose_name_plural = _("addresses of authorities")
        constraints = [
            models.CheckConstraint(
                name="endpoint_is_kept_by_two", condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("entered_by"))
            )
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def parts(self) -> SplitResult:
        return urlsplit(self.address)

    @property
    def host(self) -> str:
        return self.parts.hostname or ""

    @property
    def port(self) -> int:
        return self.parts.port or HTTPS

    @property
    def secrets(self) -> list[str]:
        return [secret for secret in (self.secret, self.former_secret) if secret]
