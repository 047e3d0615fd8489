"""What an officer is told ahead of time: the box of early warnings. The clocks themselves live in the apps above."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .officers import Officer


class EarlyWarningQuerySet(models.QuerySet["EarlyWarning"]):
    def visible_to(self, officer: Officer) -> Self:
        return self.filter(officer=officer)

    def unseen(self) -> Self:
        return self.filter(seen_at=None)

    def see(self, at: datetime) -> int:
        """The officer has read them; how many there were."""
        return self.unseen().update(seen_at=at)


class EarlyWarning(models.Model):
    """One clock that came near its last day, told to one officer once. No history: gone when the day is over.

    `kind` and `clock` name the clock as `app.model` and its key; a clock that gets another last day may warn again.
    """

    officer = models.ForeignKey(
        "organizations.Officer", models.CASCADE, related_name="early_warnings", verbose_name=_("officer")
    )
    kind = models.CharField(_("kind of clock"), max_length=60)
    clock = models.BigIntegerField(_("clock"))
    number = models.CharField(_("number"), max_length=100)
    about = models.CharField(_("rule"), max_length=60)
    url = models.CharField(_("address"), max_length=200)
    due_on = models.DateField(_("due"))
    told_at = models.DateTimeField(_("told at"))
    seen_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = EarlyWarningQuerySet.as_manager()

    class Meta:
        verbose_name = _("early warning")
        verbose_name_plural = _("early warnings")
        ordering = ("due_on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["kind", "clock", "due_on", "officer"], name="one_warning_per_clock_and_day")
        ]
        indexes = [
            models.Index(fields=["officer", "due_on"], name="warning_unseen", condition=Q(seen_at=None)),
            models.Index(fields=["due_on"], name="warning_over"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.due_on}"
