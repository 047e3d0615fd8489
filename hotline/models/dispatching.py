"""Which union handles what: rules by place of work and category, kept by the administrator."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import Category
from hotline.querysets import RuleQuerySet
from organizations.models import Region, UnionOrg


class DispatchRule(models.Model):
    """Orders of a category from a division go to one union, or to the federation of a level above the place of work.

    Without any rule the federation of the place of work handles what comes from there.
    """

    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("category of the request")
    )
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place of work in")
    )
    unit = models.ForeignKey(
        UnionOrg, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("goes to the organisation")
    )
    level = models.CharField(
        _("goes to the federation of the level"), max_length=12, choices=UnionOrg.Level.choices, blank=True
    )
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"), null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("dispatch rule")
        verbose_name_plural = _("dispatch rules")
        ordering = ("region", "category", "valid_from")
        constraints = [
            models.CheckConstraint(
                name="dispatch_rule_names_one_target",
                condition=Q(unit__isnull=False, level="") | (Q(unit__isnull=True) & ~Q(level="")),
            ),
            models.UniqueConstraint(
                fields=["category", "region", "valid_from"],
                nulls_distinct=False,
                name="one_dispatch_rule_per_category_place_and_date",
            ),
        ]

    def __str__(self) -> str:
        parts = [str(part) for part in (self.region, self.category, self.unit or self.get_level_display()) if part]
        return " · ".join(parts)

    def clean(self) -> None:
        if bool(self.unit_id) == bool(self.level):
            raise ValidationError(gettext("Please name either an organisation or a level."))

    @property
    def weight(self) -> tuple[str, str, str]:
        """The nearer place wins, then the narrower category, then the newer rule."""
        return (self.region_id or "", self.category_id or "", self.valid_from.isoformat())


def why_there(region: Region | None, rule: DispatchRule | None) -> str:
    """Why an order goes where it goes, for the page of it."""
    if rule:
        return gettext("By the dispatch rule “%(rule)s”") % {"rule": rule}
    return gettext("By the place of work: %(region)s") % {"region": region} if region else ""
