"""Steps taken on many cases at once: what was chosen, and what came of each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase

UNDO_WITHIN = timedelta(minutes=5)


class BulkRunQuerySet(models.QuerySet["BulkRun"]):
    def visible_to(self, officer: Officer) -> Self:
        """Only whoever began it, in the same duty."""
        return self.filter(by=officer)


class BulkRun(models.Model):
    """One act on up to fifty cases. The history of each case tells the act itself; this row knows them together."""

    class Verb(models.TextChoices):
        ASSIGN = "assign", _("Assign a mediator")
        TAKE_BACK = "take_back", _("Release from the mediator")

    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("time"))
    verb = models.CharField(_("act"), max_length=10, choices=Verb.choices)
    mediator = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("mediator")
    )
    reason = models.TextField(_("reason"))
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = BulkRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("act on many cases")
        verbose_name_plural = _("acts on many cases")

    def __str__(self) -> str:
        return f"#{self.pk} {self.verb}"

    def get_absolute_url(self) -> str:
        return reverse("disputes:cases-bulk-run", args=[self.pk])

    def may_be_undone(self, now: datetime) -> bool:
        return self.undone_at is None and now - self.at <= UNDO_WITHIN


class BulkItem(models.Model):
    """One case of a run: done with the version it has had since then, or refused with the reasons."""

    run = models.ForeignKey(BulkRun, models.CASCADE, related_name="items", verbose_name=_("act"))
    case = models.ForeignKey(DisputeCase, models.PROTECT, related_name="+", verbose_name=_("dispute case"))
    version = models.PositiveIntegerField(_("version"), null=True, blank=True)
    reasons = models.JSONField(_("reasons"), default=list)
    # Who had the case before, and since when: what taking back a release gives back.
    mediator = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("mediator")
    )
    assigned_on = models.DateField(_("mediator assigned"), null=True, blank=True)
    undone = models.BooleanField(_("taken back"), default=False)

    class Meta:
        verbose_name = _("case of an act on many")
        verbose_name_plural = _("cases of acts on many")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["run", "case"], name="one_item_per_case")]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_done(self) -> bool:
        return self.version is not None
