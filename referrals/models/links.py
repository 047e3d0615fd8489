"""A link to one matter for an authority without a desk here: no account, for some days, against a code sent apart."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .deliveries import Delivery
from .referrals import Referral

OVER = {Referral.State.RECALLED, Referral.State.CLOSED}


class MatterLinkQuerySet(models.QuerySet["MatterLink"]):
    def unrevoked(self) -> MatterLinkQuerySet:
        return self.filter(revoked_at=None)

    def count_try(self, pk: int, allowed: int) -> bool:
        """Count one attempt before the code is looked at; False when there have been enough."""
        return bool(self.filter(pk=pk, tries__lt=allowed).update(tries=models.F("tries") + 1))


class MatterLink(models.Model):
    """Token and code are kept as fingerprints only. A code opens the matter once, in one browser."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="links", verbose_name=_("referral"))
    delivery = models.OneToOneField(Delivery, models.PROTECT, related_name="link", verbose_name=_("delivery"))
    token_hash = models.CharField(_("fingerprint of the link"), max_length=64, unique=True)
    code_hash = models.CharField(_("fingerprint of the code"), max_length=64, blank=True)
    sent_to = models.EmailField(_("sent to"))
    sent_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("valid until"))
    tries = models.PositiveSmallIntegerField(_("codes tried"), default=0)
    opened_at = models.DateTimeField(_("opened by its receiver"), null=True)
    wanted_at = models.DateTimeField(_("new link asked for"), null=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    objects = MatterLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a matter")
        verbose_name_plural = _("links to matters")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    def is_open(self, at: datetime) -> bool:
        """Whether it still leads to the matter."""
        return self.revoked_at is None and at < self.expires_at and self.referral.state not in OVER

    @property
    def over(self) -> bool:
        return not self.is_open(timezone.now())

    def is_expired(self, at: datetime) -> bool:
        return at >= self.expires_at
