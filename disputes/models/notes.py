"""What the people on a case keep for themselves: tasks, checked papers, notes."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase


class CaseTaskQuerySet(models.QuerySet["CaseTask"]):
    def visible_to(self, officer: Officer) -> Self:
        """The tasks of the cases an officer may know of."""
        return self.filter(file__in=DisputeCase.objects.visible_to(officer).values("pk"))

    def open(self) -> Self:
        return self.filter(done_on=None)

    def of(self, officer: Officer) -> Self:
        return self.filter(owner=officer)

    def overdue(self, today: date) -> Self:
        return self.open().filter(due_on__lt=today)

    def for_list(self) -> Self:
        rows = self.select_related("file__category__parent", "owner__user").prefetch_related("file__parties")
        return rows.order_by("due_on", "pk")


class CaseTask(models.Model):
    """Something to be done by one officer until a day. A case is not closed while one is open."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="tasks")
    title = models.CharField(_("task in a few words"), max_length=100)
    owner = models.ForeignKey(Officer, models.PROTECT, related_name="case_tasks", verbose_name=_("to be done by"))
    due_on = models.DateField(_("due"))
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = CaseTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ("due_on", "pk")
        indexes = [models.Index(fields=["owner", "due_on"], name="tasks_to_do", condition=Q(done_on=None))]

    def __str__(self) -> str:
        return self.title

    @property
    def finish_url(self) -> str:
        return f"{self.file.step_url('finish_task')}?task={self.pk}"


class CheckedItem(models.Model):
    """A line of the checklist of the category that was found in order."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="checked_items")
    code = models.CharField(_("checked item"), max_length=30)
    checked_on = models.DateField(_("checked on"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("checked item")
        verbose_name_plural = _("checked items")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["file", "code"], name="one_check_per_item")]

    def __str__(self) -> str:
        return self.code


class Note(models.Model):
    """A note on a case. A deleted one leaves its place, its author and the reason, but no text."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="notes")
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    deleted_at = models.DateTimeField(_("deleted at"), null=True, blank=True)
    deleted_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    deleted_reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def versions(self) -> list[NoteVersion]:
        """The wordings, the newest first."""
        return sorted(self.wordings.all(), key=lambda version: -version.pk)

    @property
    def text(self) -> str:
        return self.versions[0].text if self.versions else ""


class NoteVersion(models.Model):
    """One wording of a note."""

    note = models.ForeignKey(Note, models.PROTECT, related_name="wordings")
    text = models.TextField(_("text"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("wording of a note")
        verbose_name_plural = _("wordings of a note")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.at}"
