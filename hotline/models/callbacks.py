"""Attempts to ring the caller back that reached nobody."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hotline.querysets import AttemptQuerySet
from organizations.models import Officer

from .orders import WorkOrder


class CallbackAttempt(models.Model):
    """Nobody answered. Three of these on two days stand for a callback."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, related_name="attempts", verbose_name=_("work order"))
    at = models.DateTimeField(_("tried"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("callback attempt")
        verbose_name_plural = _("callback attempts")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M}"
