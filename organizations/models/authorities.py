"""The partner authorities that give and take referrals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .regions import Region

if TYPE_CHECKING:
    from .officers import Officer


class AuthorityQuerySet(models.QuerySet["Authority"]):
    def visible_to(self, officer: Officer) -> Self:
        """The directory of authorities is public: everybody signed in may read it."""
        return self.all()

    def active(self) -> Self:
        return self.filter(active=True)

    def in_charge(self, kind: str, region: Region) -> Authority | None:
        """The authority of this kind for the division; where it has none, the one of the nearest division above."""
        found = {a.region_id: a for a in self.active().filter(kind=kind, region__in=region.lineage)}
        return next((found[code] for code in reversed(region.lineage) if code in found), None)


class Authority(models.Model):
    """A court, procuratorate, HR office or justice bureau of one division."""

    class Kind(models.TextChoices):
        COURT = "court", _("People's court")
        PROCURATORATE = "procuratorate", _("People's procuratorate")
        HR = "hr", _("Human resources and social security office")
        JUSTICE = "justice", _("Justice bureau")
        OTHER = "other", _("Other authority")
        UNION = "union", _("Legal-aid centre of the union")

    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    region = models.ForeignKey(Region, models.PROTECT, related_name="authorities", verbose_name=_("division"))
    contact = models.CharField(_("contact"), max_length=60, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    services = models.CharField(_("what one may come for, and what to bring"), max_length=300, blank=True)
    active = models.BooleanField(_("in service"), default=True)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ("region", "kind")
        constraints = [models.UniqueConstraint(fields=["kind", "region", "name"], name="one_authority_per_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def level(self) -> str:
        return self.region.level
