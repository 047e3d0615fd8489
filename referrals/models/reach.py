"""How an authority is reached: its usual way of delivery, and what that way needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from organizations.models import Authority

from .referrals import Referral

if TYPE_CHECKING:
    from organizations.models import Officer


class AuthorityReachQuerySet(models.QuerySet["AuthorityReach"]):
    def visible_to(self, officer: Officer) -> Self:
        """How offices are reached is known to everybody in the union; an authority knows its own way."""
        return self.filter(authority=officer.authority_id) if officer.authority_id else self.all()

    def way_to(self, authority: Authority) -> str:
        """The way of delivery of this authority; without a row its desk in this system."""
        row = self.filter(authority=authority).first()
        return row.channel if row else Referral.Channel.DESK


class AuthorityReach(models.Model):
    """One row per authority that is not reached on its desk here. The key is shared with the office and signs packages
    in both directions.
    """

    authority = models.OneToOneField(
        Authority, models.CASCADE, primary_key=True, related_name="reach", verbose_name=_("authority")
    )
    channel = models.CharField(_("way of delivery"), max_length=10, choices=Referral.Channel.choices)
    email = models.EmailField(_("e-mail address for links"), blank=True)
    code_email = models.EmailField(_("another address, for codes"), blank=True)
    package_key = EncryptedTextField(_("key of offline packages"), blank=True)

    objects = AuthorityReachQuerySet.as_manager()

    class Meta:
        verbose_name = _("way to an authority")
        verbose_name_plural = _("ways to authorities")
        constraints = [
            models.CheckConstraint(name="link_has_an_address", condition=~Q(channel="email") | ~Q(email="")),
            models.CheckConstraint(
                name="code_goes_another_way", condition=Q(code_email="") | ~Q(code_email=models.F("email"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} · {self.get_channel_display()}"
