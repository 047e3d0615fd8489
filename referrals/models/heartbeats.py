"""Who is alive, seen from the database."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from referrals.clock import ClockTimestamp

FRESH = timedelta(seconds=60)


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    def note(self, part: str) -> None:
        """The part did its work just now, by the database's clock."""
        self.update_or_create(part=part, defaults={"at": ClockTimestamp()})

    def is_fresh(self, part: str) -> bool:
        """Whether the part did its work within the last minute."""
        return self.filter(part=part, at__gt=ClockTimestamp() - FRESH).exists()


class Heartbeat(models.Model):
    """The last sign of life of the worker and of the clock."""

    part = models.CharField(_("part"), max_length=20, primary_key=True)
    at = models.DateTimeField(_("last sign of life"))

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign of life")
        verbose_name_plural = _("signs of life")

    def __str__(self) -> str:
        return self.part
