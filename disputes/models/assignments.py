"""Who mediates a case, why he was chosen, and what he disclosed before he began."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase
from .choices import ChosenBy


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def in_force(self) -> Self:
        return self.filter(ended_on=None)


class Assignment(models.Model):
    """One mediator named for a case. Where there are several, one presides (invited mediation rules art. 12)."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="assignments")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("mediator"))
    presides = models.BooleanField(_("presides"), default=True)
    chosen_by = models.CharField(_("chosen by"), max_length=12, choices=ChosenBy.choices)
    why = models.TextField(_("why this mediator"), blank=True)
    assigned_on = models.DateField(_("assigned on"))
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    disclosure = models.TextField(_("disclosed before beginning"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ("pk",)
        indexes = [models.Index(fields=["officer", "file"], name="assignment_running", condition=Q(ended_on=None))]
        constraints = [
            models.UniqueConstraint(
                fields=["file"], condition=Q(ended_on=None, presides=True), name="one_mediator_presides"
            ),
            models.UniqueConstraint(
                fields=["file", "officer"], condition=Q(ended_on=None), name="one_assignment_per_mediator"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.assigned_on}"
