"""The union tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .regions import Region

if TYPE_CHECKING:
    from .officers import Officer

MOST_DIGITS = 18  # of a number the database can hold


class UnionOrgQuerySet(models.QuerySet["UnionOrg"]):
    def visible_to(self, officer: Officer) -> Self:
        """The own organisation and everything below; an authority's officer sees the unions of the province."""
        if officer.authority is not None:
            return self.filter(region__code__startswith=officer.authority.region_id[:2])
        return self.within(officer.path) if officer.org else self.none()

    def within(self, path: str) -> Self:
        """An organisation and everything below it."""
        return self.filter(path__startswith=path)

    def named(self, name: str) -> UnionOrg | None:
        """The federation of a division by its code, or any organisation by its number."""
        if not name.isdecimal() or len(name) > MOST_DIGITS:
            return None
        rows = self.select_related("region")
        federation = rows.filter(region=name, kind=UnionOrg.Kind.FEDERATION).first()
        return federation or rows.filter(pk=int(name)).first()


class UnionOrg(models.Model):
    """A trade union organisation (Trade Union Law arts 10 and 11).

    `path` is the division code in pairs, then the organisation's own part: "53/" Yunnan, "53/29/" Dali,
    "53/29/23/" Xiangyun, "53/29/23/g7/" a grassroots union there. The path of a superior is a prefix of
    the path of every subordinate, so one indexed prefix search finds a subtree.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", _("National")
        PROVINCE = "province", _("Province")
        PREFECTURE = "prefecture", _("Prefecture")
        COUNTY = "county", _("County")
        TOWNSHIP = "township", _("Township")
        GRASSROOTS = "grassroots", _("Grassroots")

    class Kind(models.TextChoices):
        FEDERATION = "federation", _("Federation of trade unions")
        TOWNSHIP_FEDERATION = "township_federation", _("Township federation")
        PARK_FEDERATION = "park_federation", _("Park federation")
        INDUSTRY_FEDERATION = "industry_federation", _("Industry federation")
        GRASSROOTS = "grassroots", _("Grassroots union")

    name = models.CharField(_("name"), max_length=100)
    short_mark = models.CharField(_("mark used in document numbers"), max_length=20)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.FEDERATION)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("superior")
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="unions", verbose_name=_("division"))
    path = models.CharField(_("path"), max_length=60, unique=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)

    objects = UnionOrgQuerySet.as_manager()

    class Meta:
        verbose_name = _("union organisation")
        verbose_name_plural = _("union organisations")
        ordering = ("path",)
        indexes = [models.Index(fields=["path"], name="union_subtree", opclasses=["varchar_pattern_ops"])]

    def __str__(self) -> str:
        return self.name
