"""Administrative divisions by their GB/T 2260 code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .officers import Officer


class RegionQuerySet(models.QuerySet["Region"]):
    def visible_to(self, officer: Officer) -> Self:
        """The list of divisions is public: everybody signed in may read it."""
        return self.all()

    def in_force(self, on: date) -> Self:
        """Divisions change: only those that exist on the given day."""
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gt=on))

    def around(self, region: Region, on: date) -> Self:
        """A division and those directly below it."""
        return self.in_force(on).filter(Q(pk=region.pk) | Q(parent=region))


class Region(models.Model):
    """A province, prefecture, county or township. The code's pairs put it in the tree."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("Province")
        PREFECTURE = "prefecture", _("Prefecture")
        COUNTY = "county", _("County")
        TOWNSHIP = "township", _("Township")

    code = models.CharField(_("division code"), max_length=9, primary_key=True)
    name = models.CharField(_("name"), max_length=60)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name=_("part of"))
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("abolished on"), null=True, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("division")
        verbose_name_plural = _("divisions")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """The code in pairs without trailing zeros: 532923 → "53/29/23/", 530000 → "53/"."""
        pairs = [self.code[0:2], self.code[2:4], self.code[4:6], self.code[6:9]]
        return "".join(f"{pair}/" for pair in pairs if pair.strip("0"))

    @property
    def lineage(self) -> list[str]:
        """Codes from the province down to this division."""
        code = self.code
        steps = [code[:2] + "0000", code[:4] + "00", code[:6], code]
        return list(dict.fromkeys(steps[: steps.index(code) + 1]))

    @property
    def province_code(self) -> str:
        return self.code[:2] + "0000"
