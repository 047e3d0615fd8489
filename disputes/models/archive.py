"""What the archive notes about a case file: papers that do not exist, and how the file came to its end."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models import AppendOnly
from organizations.models import Officer

from .cases import DisputeCase
from .choices import Place


class MissingPaper(models.Model):
    """A paper the file should hold and cannot, with the reason: it goes into the archive with the contents."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="missing_papers")
    place = models.CharField(_("place in the case file"), max_length=16, choices=Place.choices)
    reason = models.CharField(_("reason"), max_length=200)
    at = models.DateTimeField(_("noted"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    class Meta:
        verbose_name = _("note on a missing paper")
        verbose_name_plural = _("notes on missing papers")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["file", "place"], name="one_note_per_missing_paper")]

    def __str__(self) -> str:
        return self.get_place_display()


class DestructionRecord(models.Model):
    """That a file was destroyed after its term: when, on whose approval, before which two witnesses, what it held.

    It names no party. `papers` are the SHA-256 values of what was destroyed.
    """

    file = models.OneToOneField(DisputeCase, models.PROTECT, related_name="destruction")
    archive_no = models.CharField(_("archive number"), max_length=60)
    kept_until = models.DateField(_("kept until"))
    approved_on = models.DateField(_("approved on"))
    destroyed_on = models.DateField(_("destroyed on"))
    destroyed_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("destroyed by"))
    first_witness = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("first witness"))
    second_witness = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("second witness"))
    papers: Any = models.JSONField(_("papers destroyed (SHA-256)"), default=list)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("destruction record")
        verbose_name_plural = _("destruction records")
        constraints = [
            models.CheckConstraint(
                name="two_witnesses_beside_the_archivist",
                condition=~Q(first_witness=F("second_witness"))
                & ~Q(first_witness=F("destroyed_by"))
                & ~Q(second_witness=F("destroyed_by")),
            )
        ]

    def __str__(self) -> str:
        return self.archive_no


class PaperRemoval(models.Model):
    """Bytes that are to leave the disk, unless another file holds the same paper. Worked off by a task."""

    record = models.ForeignKey(DestructionRecord, models.PROTECT, related_name="removals")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    still_used = models.BooleanField(_("kept: another file holds it"), default=False)

    class Meta:
        verbose_name = _("removal of a paper")
        verbose_name_plural = _("removals of papers")
        indexes = [models.Index(fields=["id"], name="paper_removal_open", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return self.sha256[:12]
