"""Working days as data: the yearly notices and the holidays of ethnic areas."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Region


class Holiday(models.Model):
    """A day on which a notice departs from the plain week."""

    class Kind(models.TextChoices):
        OFF = "off", _("Day of rest")
        WORK = "work", _("Adjusted working day")

    date = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=4, choices=Kind.choices)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in")
    )
    name = models.CharField(_("name"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("day off or adjusted working day")
        verbose_name_plural = _("days off and adjusted working days")
        ordering = ("-date",)
        constraints = [
            models.UniqueConstraint(fields=["date", "region"], nulls_distinct=False, name="one_entry_per_day_and_place")
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class CalendarYear(models.Model):
    """Whether the notice for a year is out. Until then its days are counted as plain weeks and marked provisional."""

    class Status(models.TextChoices):
        PUBLISHED = "published", _("Published")
        PROVISIONAL = "provisional", _("Provisional")

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    status = models.CharField(_("status"), max_length=11, choices=Status.choices)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("calendar year")
        verbose_name_plural = _("calendar years")
        ordering = ("-year",)

    def __str__(self) -> str:
        return str(self.year)
