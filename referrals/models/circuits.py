"""How well the line to an authority works: while it is broken, one message a minute tries it, and the rest wait."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from organizations.models import Authority
from referrals.clock import ClockTimestamp

if TYPE_CHECKING:
    from organizations.models import Officer

BREAKS_AFTER = 5  # failures in a row
PROBE = timedelta(minutes=1)
AT_ONCE = 4  # messages under way to one authority


class CircuitQuerySet(models.QuerySet["Circuit"]):
    def visible_to(self, officer: Officer) -> models.QuerySet[Circuit]:
        """Read by those who look after deliveries; it names an office and a number of failures."""
        watching = {officer.Duty.SYSTEM_ADMIN, officer.Duty.LIAISON, officer.Duty.AUDITOR}
        return self.all() if officer.duty in watching else self.none()

    def failed(self, authority_id: int, rest: timedelta | None = None) -> None:
        """Count a failure of the line. From the fifth in a row on, or when the other side asks for rest, it is open."""
        self.bulk_create([Circuit(authority_id=authority_id)], ignore_conflicts=True)
        mine = self.filter(authority=authority_id)
        mine.update(failures=F("failures") + 1)
        mine.filter(failures__gte=BREAKS_AFTER).update(probe_at=ClockTimestamp() + PROBE)
        if rest:
            mine.update(probe_at=Greatest(F("probe_at"), ClockTimestamp() + rest))

    def worked(self, authority_id: int) -> bool:
        """The line works. True when it had not, so that what waits for it may go at once."""
        broken = self.filter(Q(failures__gt=0) | Q(probe_at__isnull=False), authority=authority_id)
        return bool(broken.update(failures=0, probe_at=None))


class Circuit(models.Model):
    """Open from `probe_at` being set until a message gets through. `at_once` may be set lower for a weak receiver."""

    authority = models.OneToOneField(
        Authority, models.CASCADE, primary_key=True, related_name="circuit", verbose_name=_("receiving authority")
    )
    at_once = models.PositiveSmallIntegerField(_("messages at a time"), default=AT_ONCE, db_default=AT_ONCE)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, db_default=0)
    probe_at = models.DateTimeField(_("tried again from"), null=True, blank=True)

    objects = CircuitQuerySet.as_manager()

    class Meta:
        verbose_name = _("line to an authority")
        verbose_name_plural = _("lines to authorities")
        constraints = [models.CheckConstraint(name="circuit_lets_one_through", condition=Q(at_once__gte=1))]

    def __str__(self) -> str:
        return str(self.authority)

    @property
    def is_open(self) -> bool:
        return self.probe_at is not None
