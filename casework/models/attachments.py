"""Papers of a file: bytes are kept once by their hash, and named where they are used."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer


class BlobQuerySet(models.QuerySet["Blob"]):
    def loose(self) -> Self:
        """Those no row of any table names."""
        rows = self
        for relation in self.model._meta.get_fields(include_hidden=True):
            if isinstance(relation, ForeignObjectRel) and relation.field.column:
                naming: Any = relation.related_model
                named = naming._base_manager.filter(**{relation.field.name: models.OuterRef("pk")})
                rows = rows.exclude(models.Exists(named))
        return rows


class Blob(models.Model):
    """The bytes of a paper, found by their SHA-256. Written before the row, never changed."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, primary_key=True)
    size = models.PositiveIntegerField(_("bytes"))
    content_type = models.CharField(_("content type"), max_length=100)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    kept_at = models.DateTimeField(_("last handed in"), default=timezone.now)

    objects = BlobQuerySet.as_manager()

    class Meta:
        verbose_name = _("stored paper")
        verbose_name_plural = _("stored papers")

    def __str__(self) -> str:
        return self.sha256[:12]


class AbstractAttachment(models.Model):
    """A paper in a file. Subclasses add the foreign key `file` with related name "attachments"."""

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("content"))
    title = models.CharField(_("name"), max_length=150)
    at = models.DateTimeField(_("added"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title

    @property
    def pages(self) -> int | None:
        """How many pages the paper has; None when nobody has counted them."""
        return self.blob.pages

    def get_absolute_url(self) -> str:
        file = self.file  # type: ignore[attr-defined]
        return reverse(f"{file._meta.app_label}:{file.collection}-paper", args=[file.pk, self.pk])
