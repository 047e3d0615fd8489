"""Registers all files share: employers and categories."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name, mask_phone
from organizations.models import Region

if TYPE_CHECKING:
    from organizations.models import Officer


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


class EmployerQuerySet(models.QuerySet["Employer"]):
    def visible_to(self, officer: Officer) -> Self:
        """The register is shared by the unions of a province; an authority's officer does not browse it."""
        if officer.org is None or officer.duty == officer.Duty.SYSTEM_ADMIN:
            return self.none()
        return self.filter(Q(region=None) | Q(region__code__startswith=officer.org.region_id[:2]))

    def for_list(self) -> Self:
        return self.select_related("region").order_by("-pk")

    def named(self, name: str, region: Region | None = None, uscc: str = "") -> Employer:
        """The employer by its credit code, else by its exact name in the division; entered when new."""
        if uscc and (known := self.filter(uscc=uscc).first()):
            return known
        known = self.filter(name=name, region=region).order_by("pk").first()
        return known or self.create(name=name, region=region, uscc=uscc)

    def named_all(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Employer]:
        """As `named`, for many names with the codes of their divisions at once: two statements for all of them."""
        names = dict.fromkeys(wanted)
        rows = self.filter(name__in={name for name, _region in names}, region__in={region for _name, region in names})
        known = {(row.name, row.region_id or ""): row for row in rows.order_by("-pk")}
        new = [self.model(name=name, region_id=region) for name, region in names if (name, region) not in known]
        known |= {(row.name, row.region_id or ""): row for row in self.bulk_create(new)}
        return {key: known[key] for key in names}


class Employer(models.Model):
    """A respondent, an addressee, the other side of a call: one row for one employer."""

    name = models.CharField(_("name"), max_length=200)
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="employers", verbose_name=_("division")
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    legal_representative = models.CharField(_("legal representative"), max_length=60, blank=True)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        constraints = [
            models.UniqueConstraint(fields=["uscc"], condition=~Q(uscc=""), name="one_employer_per_credit_code")
        ]
        indexes = [models.Index(fields=["name"], name="employer_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone) if self.phone else ""

    @property
    def masked_representative(self) -> str:
        return mask_name(self.legal_representative) if self.legal_representative else ""

    def get_absolute_url(self) -> str:
        return reverse("desk:employers-page", args=[self.pk])
