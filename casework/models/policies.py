"""What differs from place to place and is no period: one row per setting, place and date."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.steady import is_steady, once_a_version
from organizations.models import Region


class PolicyQuerySet(models.QuerySet["Policy"]):
    def value_of(self, code: str, region: Region | None, on: date) -> Any:
        """The value nearest to the division, newest first. Raises Policy.DoesNotExist."""
        places = region.lineage if region else []
        found = [row for row in self.of_code(code) if row.valid_from <= on and row.region_id in {None, *places}]
        if not found:
            raise Policy.DoesNotExist(code)
        return max(found, key=lambda row: (row.region_id or "", row.valid_from)).value

    def of_code(self, code: str) -> list[Any]:
        """All settings are read at once where they are kept: they are few, and a step asks for several."""
        if not is_steady():
            return list(self.filter(code=code))
        return once_a_version("policies", self.by_code).get(code, [])

    def by_code(self) -> dict[str, list[Any]]:
        """Plain rows, as eighty models for each request would cost more than the step itself."""
        found: dict[str, list[Any]] = {}
        for row in self.order_by().values_list("code", "value", "valid_from", "region_id", named=True):
            found.setdefault(row.code, []).append(row)
        return found


class Policy(models.Model):
    """A setting the law leaves to the federation, with the reason for its value."""

    code = models.CharField(_("code"), max_length=60)
    label = models.CharField(_("name"), max_length=100)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in")
    )
    valid_from = models.DateField(_("in force from"))
    value = models.JSONField(_("value"))
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
        ordering = ("code", "valid_from")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "region", "valid_from"], nulls_distinct=False, name="one_setting_per_place_and_date"
            )
        ]

    def __str__(self) -> str:
        return self.label or self.code
