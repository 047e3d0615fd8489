"""Templates of documents: data of the federation, versioned, of the whole country or of one division."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer, Region


class TemplateQuerySet(models.QuerySet["DocumentTemplate"]):
    def visible_to(self, officer: Officer) -> Self:
        """The versions that count in the officer's division; drafts are read where they are written."""
        region = officer.org.region if officer.org else None
        if region is None:
            return self.none()
        own = Q(region=region) | Q(valid_from__isnull=False)
        return self.filter(own, Q(region=None) | Q(region__in=region.lineage))

    def in_force(self, code: str, region: Region | None, on: date) -> DocumentTemplate:
        """The newest version of the division nearest to this one. Raises DocumentTemplate.DoesNotExist."""
        places = region.lineage if region else []
        found = [row for row in self.filter(code=code, valid_from__lte=on) if row.region_id in {None, *places}]
        if not found:
            raise DocumentTemplate.DoesNotExist(code)
        return max(found, key=lambda row: (row.region_id or "", row.valid_from or date.min, row.version))


class DocumentTemplate(models.Model):
    """Ordered parts with placeholders; what a version said stays readable for ever, a change is a new version."""

    class Layout(models.TextChoices):
        LETTER = "letter", _("Letter of an organisation (GB/T 9704)")
        DOCUMENT = "document", _("Document with a red head (GB/T 9704)")
        FORM = "form", _("Paper of the parties")

    code = models.CharField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=60)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in")
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    layout = models.CharField(_("layout"), max_length=10, choices=Layout.choices)
    mark = models.CharField(_("name above the document"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=200)
    number = models.CharField(_("number"), max_length=200, blank=True)
    parts = models.JSONField(_("parts"))
    drafted_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("drafted by")
    )
    drafted_at = models.DateTimeField(_("drafted at"), null=True, blank=True)
    activated_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("put in force by")
    )
    activated_at = models.DateTimeField(_("put in force at"), null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("document template")
        verbose_name_plural = _("document templates")
        ordering = ("code", "version")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "region", "version"], nulls_distinct=False, name="one_template_per_place_and_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @property
    def is_draft(self) -> bool:
        """Being written: no document is made by it."""
        return self.valid_from is None
