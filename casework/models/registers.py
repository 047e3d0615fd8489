"""Registers all files share: categories. That of employers has a room of its own."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CategoryQuerySet(models.QuerySet["Category"]):
    def in_use(self, on: date) -> Self:
        """The second-level categories in force on the day."""
        rows = self.exclude(parent=None).filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on)
        return rows.select_related("parent").order_by("code")


class Category(models.Model):
    """What a dispute is about, in two levels, mapped to the cause groups of the official statistics."""

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    name = models.CharField(_("name"), max_length=40)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    group = models.CharField(_("cause group of the official statistics"), max_length=20, blank=True)
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("abolished on"), null=True, blank=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.parent.name} · {self.name}" if self.parent else self.name
