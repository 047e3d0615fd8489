"""The evidence of a matter: a numbered list from which documents name what proves their facts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .matters import SupervisionMatter


class MatterEvidence(models.Model):
    """One piece of evidence. Its number within the matter is what documents refer to; it is never given twice."""

    class Form(models.TextChoices):
        ORIGINAL = "original", _("Original")
        COPY = "copy", _("Copy, compared with the original")
        PHOTO = "photo", _("Photograph, sound or film")
        STATEMENT = "statement", _("Statement on record")

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="evidence")
    position = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name of the evidence"), max_length=150)
    form = models.CharField(_("form"), max_length=10, choices=Form.choices)
    origin = models.CharField(_("where it comes from"), max_length=100)
    proves = models.CharField(_("what it proves"), max_length=300)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["matter", "position"], name="one_evidence_per_number")]

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"
