"""Rules of time as rows, and the periods that run on files."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.periods import Rule, Unit
from casework.steady import once_a_version
from organizations.models import Region


class DeadlineRuleQuerySet(models.QuerySet["DeadlineRule"]):
    def in_force(self, code: str, on: date, region: Region | None = None) -> DeadlineRule:
        """The rule on that day: a province's own before the general one. Raises DeadlineRule.DoesNotExist."""
        province = region.province_code if region else None
        rows = once_a_version(("rule", code), lambda: list(self.filter(code=code)))
        found = [row for row in rows if row.valid_from <= on and row.province_id in {None, province}]
        if not found:
            raise DeadlineRule.DoesNotExist(code)
        return max(found, key=lambda row: (row.province_id is not None, row.valid_from))


class DeadlineRule(models.Model):
    """A statutory or agreed period. Data, not code: rules change by date and by province."""

    class Units(models.TextChoices):
        MINUTES = Unit.MINUTES.value, _("minutes")
        HOURS = Unit.HOURS.value, _("hours")
        NATURAL = Unit.NATURAL.value, _("natural days")
        WORKING = Unit.WORKING.value, _("working days")
        MONTHS = Unit.MONTHS.value, _("months")
        YEARS = Unit.YEARS.value, _("years")

    code = models.CharField(_("code"), max_length=50)
    label = models.CharField(_("name"), max_length=60)
    province = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in province")
    )
    valid_from = models.DateField(_("in force from"))
    length = models.PositiveSmallIntegerField(_("length"))
    unit = models.CharField(_("unit"), max_length=10, choices=Units.choices)
    rolls = models.BooleanField(_("a last day of rest moves to the next working day"), default=True)
    basis = models.CharField(_("legal basis"), max_length=200)
    assumed = models.BooleanField(_("set by the federation, not by law"), default=False)

    objects = DeadlineRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline rule")
        verbose_name_plural = _("deadline rules")
        ordering = ("code", "valid_from")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "province", "valid_from"], nulls_distinct=False, name="one_rule_per_code_place_and_date"
            )
        ]

    def __str__(self) -> str:
        return self.label or self.code

    @property
    def rule(self) -> Rule:
        return Rule(self.code, self.length, Unit(self.unit), self.basis, self.rolls)


class DeadlineQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        return self.filter(met_on=None)

    def of_rule(self, code: str) -> Self:
        return self.filter(rule__code=code)

    def overdue(self, today: date) -> Self:
        return self.running().filter(due_on__lt=today)

    def ticking(self) -> Self:
        """Running and not stopped."""
        return self.running().exclude(pk__in=self.filter(pauses__isnull=False, pauses__until_on=None).values("pk"))


class AbstractDeadline(models.Model):
    """A period running on a file. The last day is stored, never a countdown.

    Subclasses add the foreign key `file` with related name "deadlines".
    """

    rule = models.ForeignKey(DeadlineRule, models.PROTECT, related_name="+", verbose_name=_("rule"))
    started_on = models.DateField(_("started"))
    due_on = models.DateField(_("due"))
    provisional = models.BooleanField(_("provisional"), default=False)
    met_on = models.DateField(_("met"), null=True, blank=True)
    due_at: datetime | None = None  # only the clocks of a TimedDeadline may end within a day

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("started_on", "pk")
        indexes = [models.Index(fields=["due_on"], name="%(class)s_running", condition=models.Q(met_on=None))]

    def __str__(self) -> str:
        return f"{self.rule} {self.due_on}"


def every_kind() -> list[Any]:
    """The clocks of all kinds of files, whatever app they belong to."""
    return [model for model in apps.get_models() if issubclass(model, AbstractDeadline)]


class TimedDeadline(AbstractDeadline):
    """A clock that may run in hours or minutes: it ends at an instant, and `due_on` is the day of that instant."""

    due_at = models.DateTimeField(_("due at"), null=True, blank=True)
    met_at = models.DateTimeField(_("met at"), null=True, blank=True)

    class Meta(AbstractDeadline.Meta):
        abstract = True

    @property
    def is_late(self) -> bool:
        """Whether the act was done after the limit; a running clock is never late by itself."""
        if self.due_at and self.met_at:
            return self.met_at > self.due_at
        return self.met_on is not None and self.met_on > self.due_on


class AbstractPause(models.Model):
    """A stop of the clock. Subclasses add the foreign key `deadline` with related name "pauses"."""

    from_on = models.DateField(_("stopped on"))
    until_on = models.DateField(_("resumed on"), null=True, blank=True)
    reason = models.TextField(_("reason"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.from_on} – {self.until_on or ''}"


class AbstractExtension(models.Model):
    """More time, counted from the old due day. Subclasses add the foreign key `deadline`, name "extensions"."""

    length = models.PositiveSmallIntegerField(_("length"))
    granted_on = models.DateField(_("granted on"))
    reason = models.TextField(_("reason"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"+{self.length}"
