"""The equation of the outbox, written down each minute: accepted = delivered + pending + parked + withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from referrals.clock import ClockTimestamp

if TYPE_CHECKING:
    from organizations.models import Officer

LATEST = timedelta(seconds=60)  # longer than that no due message waits while everything works
KEPT = timedelta(days=30)


class BalanceQuerySet(models.QuerySet["Balance"]):
    def visible_to(self, officer: Officer) -> models.QuerySet[Balance]:
        """Sums only, for those who look after deliveries."""
        watching = {officer.Duty.SYSTEM_ADMIN, officer.Duty.LIAISON, officer.Duty.AUDITOR}
        return self.all() if officer.duty in watching else self.none()

    def forget_old(self) -> None:
        self.filter(at__lt=ClockTimestamp() - KEPT).delete()


class Balance(models.Model):
    """One minute's sums. `lag` is by how many seconds the oldest message that could go is late."""

    at = models.DateTimeField(_("counted at"), db_default=ClockTimestamp(), db_index=True)
    accepted = models.PositiveBigIntegerField(_("accepted for delivery"))
    delivered = models.PositiveBigIntegerField(_("delivered"))
    pending = models.PositiveBigIntegerField(_("under way"))
    parked = models.PositiveBigIntegerField(_("given up, with a person"))
    cancelled = models.PositiveBigIntegerField(_("withdrawn by a person"))
    lag = models.PositiveIntegerField(_("seconds late"), default=0)

    objects = BalanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("balance of deliveries")
        verbose_name_plural = _("balances of deliveries")
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"{self.accepted} = {self.delivered} + {self.pending} + {self.parked} + {self.cancelled}"

    @property
    def missing(self) -> int:
        """Messages accepted of which no row is left; below nought, rows nobody accepted."""
        return self.accepted - self.delivered - self.pending - self.parked - self.cancelled

    @property
    def holds(self) -> bool:
        return self.missing == 0

    @property
    def is_late(self) -> bool:
        return self.lag > LATEST.total_seconds()
