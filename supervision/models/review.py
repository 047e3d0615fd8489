"""What reviewers had before them, and what they said about it. Nothing here is ever changed."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .documents import SupervisionDocument
from .matters import SupervisionMatter


class DocumentVersion(models.Model):
    """The text as it would have printed when the draft was handed in, without number and date."""

    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="versions")
    edition = models.PositiveSmallIntegerField(_("version"))
    text = models.TextField(_("text"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("version of a draft")
        verbose_name_plural = _("versions of drafts")
        ordering = ("edition",)
        constraints = [models.UniqueConstraint(fields=["file", "edition"], name="one_version_per_edition")]

    def __str__(self) -> str:
        return f"{self.file} {self.edition}"

    @property
    def paragraphs(self) -> list[str]:
        """The lines of the text; a comment names one by its place, the first is 1."""
        return [line for line in self.text.split("\n") if line]


class ReviewComment(models.Model):
    """What a reviewer says about one paragraph of one version."""

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="comments")
    paragraph = models.PositiveIntegerField(_("paragraph"))
    text = models.TextField(_("comment"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("comment of the review")
        verbose_name_plural = _("comments of the review")
        ordering = ("paragraph", "pk")

    def __str__(self) -> str:
        return f"{self.version} / {self.paragraph}"

    @property
    def quoted(self) -> str:
        """The paragraph it is about."""
        return self.version.paragraphs[self.paragraph - 1]


class BatchLineQuerySet(models.QuerySet["BatchLine"]):
    def last_act(self) -> Self:
        """The lines of the latest act: all of one act were written at one time."""
        latest = self.order_by("-pk").first()
        return self.filter(at=latest.at, verb=latest.verb) if latest else self.none()


class BatchLine(models.Model):
    """What became of one letter in an act on many: done, or not done and why."""

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="batch_lines")
    verb = models.CharField(_("act"), max_length=30)
    addressee = models.CharField(_("employers addressed"), max_length=100)
    document = models.ForeignKey(
        SupervisionDocument, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document")
    )
    reason = models.TextField(_("why it was not done"), blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    objects = BatchLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of an act on many letters")
        verbose_name_plural = _("lines of acts on many letters")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.verb} {self.addressee}"

    @property
    def is_done(self) -> bool:
        return not self.reason
