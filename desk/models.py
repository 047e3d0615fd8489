"""What the desk itself keeps: which employers the nightly look at the figures found at risk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import Employer
from organizations.models import Duty, Officer, UnionOrg
from supervision.models import SupervisionMatter

if TYPE_CHECKING:
    from desk.radar.score import Reason

WATCHERS = {
    Duty.SUPERVISOR,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.CASE_OFFICER,
    Duty.DUTY_LEADER,
}


class RiskQuerySet(models.QuerySet["EmployerRisk"]):
    def visible_to(self, officer: Officer) -> Self:
        """For those who answer for the employers of their area, and of the unions below."""
        if officer.duty not in WATCHERS or not officer.path:
            return self.none()
        return self.filter(scope__startswith=officer.path)

    def alerts(self, today: date) -> Self:
        """Above the threshold, nobody works on it yet, and it was not put aside."""
        loud = self.exclude(raised_on=None).filter(Q(quiet_until=None) | Q(quiet_until__lt=today))
        return loud.exclude(matter__state=SupervisionMatter.State.OPEN)

    def for_list(self) -> Self:
        return self.select_related("employer", "org__region", "matter").order_by("-score", "pk")


class EmployerRisk(models.Model):
    """One employer in one county: what was counted, and the points it makes. Written anew every night.

    `counts` holds numbers only; the reasons are made of them and of the setting, so that a score explains itself.
    """

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="risks", verbose_name=_("employer"))
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("union"))
    scope = models.CharField(_("scope"), max_length=60)
    score = models.PositiveIntegerField(_("points"), default=0)
    counts = models.JSONField(_("counts"), default=dict)
    counted_on = models.DateField(_("counted on"))
    raised_on = models.DateField(_("at risk since"), null=True, blank=True)
    quiet_until = models.DateField(_("put aside until"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided"), null=True, blank=True)
    matter = models.ForeignKey(
        SupervisionMatter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("supervision matter"),
    )

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer at risk")
        verbose_name_plural = _("employers at risk")
        constraints = [models.UniqueConstraint(fields=["employer", "org"], name="one_risk_per_employer_and_union")]
        indexes = [
            models.Index(
                fields=["scope", "-score"],
                name="risk_alerts",
                condition=~Q(raised_on=None),
                opclasses=["varchar_pattern_ops", "int4_ops"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.employer} {self.score}"

    @property
    def reasons(self) -> list[Reason]:
        from desk.radar.score import Counts, reasons, weights

        return reasons(Counts(**self.counts), weights(self.org.region, self.counted_on))
