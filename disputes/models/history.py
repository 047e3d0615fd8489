"""What happened on a case, its clocks and its papers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractAttachment, AbstractDeadline, AbstractEvent, AbstractExtension, AbstractPause

from . import choices
from .cases import DisputeCase
from .choices import Place


class DisputeEvent(AbstractEvent):
    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="events")


class DisputeDeadline(AbstractDeadline):
    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="deadlines")


class DisputePause(AbstractPause):
    deadline = models.ForeignKey(DisputeDeadline, models.PROTECT, related_name="pauses")
    cause = models.CharField(
        _("cause"), max_length=12, choices=choices.PauseCause.choices, default=choices.PauseCause.OTHER
    )


class DisputeExtension(AbstractExtension):
    deadline = models.ForeignKey(DisputeDeadline, models.PROTECT, related_name="extensions")


class DisputeAttachment(AbstractAttachment):
    """A paper of the case with its place in the case file; "" until somebody has placed it."""

    place = models.CharField(_("place in the case file"), max_length=16, choices=Place.choices, blank=True)
    # Counted by a person where the system cannot, as for Word files; otherwise the stored paper knows.
    counted_pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="attachments")

    @property
    def pages(self) -> int | None:
        """How many pages the paper has; None when nobody has counted them."""
        return self.counted_pages or self.blob.pages
