"""Ringing the caller back: attempts that reached nobody, and the hours booked for it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hotline.querysets import AttemptQuerySet, BookingQuerySet
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


class CallbackBooking(models.Model):
    """The hour in which the caller wishes to be rung. It ends when somebody rings, or when another hour is booked."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, related_name="bookings", verbose_name=_("work order"))
    planned_at = models.DateTimeField(_("planned for"))
    booked_at = models.DateTimeField(_("booked"))
    booked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned callback")
        verbose_name_plural = _("planned callbacks")
        ordering = ("planned_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["order"], condition=Q(ended_at=None), name="one_planned_callback_per_order")
        ]
        indexes = [models.Index(fields=["planned_at"], name="callback_planned", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.planned_at):%Y-%m-%d %H:%M}"
