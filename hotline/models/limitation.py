"""What moved the end of the year for arbitration, as the caller told it; and what a person hides on the screen."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hotline import limitation
from hotline.models.calls import CallRecord
from organizations.models import User


class LimitationFact(models.Model):
    """A claim, a request, a promise, or a hindrance from one day to another (Mediation and Arbitration Law art. 27)."""

    Event = limitation.Event

    call = models.ForeignKey(CallRecord, models.PROTECT, related_name="limitation_facts", verbose_name=_("call"))
    kind = models.CharField(_("what happened"), max_length=14, choices=limitation.Event.choices)
    day = models.DateField(_("day it happened"))
    until = models.DateField(_("last day of the hindrance"), null=True, blank=True)

    class Meta:
        verbose_name = _("fact about the limitation")
        verbose_name_plural = _("facts about the limitation")
        ordering = ("day", "pk")
        constraints = [
            models.CheckConstraint(
                name="only_a_hindrance_has_a_last_day",
                condition=models.Q(until=None) | models.Q(kind="force_majeure", until__gte=models.F("day")),
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"

    @property
    def fact(self) -> limitation.Fact:
        return limitation.Fact(self.kind, self.day, self.until)


class HiddenPart(models.Model):
    """A part of the call screen a person has folded away, on whatever machine they sit down at."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("person"))
    part = models.CharField(_("part of the screen"), max_length=20)

    class Meta:
        verbose_name = _("hidden part of the screen")
        verbose_name_plural = _("hidden parts of the screen")
        constraints = [models.UniqueConstraint(fields=["user", "part"], name="a_part_is_hidden_once")]

    def __str__(self) -> str:
        return self.part
