"""What happened on a case, its clocks and its papers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractAttachment, AbstractDeadline, AbstractEvent, AbstractExtension, AbstractPause

from . import choices
from .cases import DisputeCase


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
    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="attachments")
