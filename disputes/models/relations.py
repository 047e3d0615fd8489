"""How cases belong together, and who may know of a restricted one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase


class CaseRelation(models.Model):
    """One case and what it is to another. Read from both ends; `file` is the one that was moved or came later."""

    class Kind(models.TextChoices):
        LINKED = "linked", _("Related case")
        CHILD = "child", _("Part of the main case")
        SPLIT = "split", _("Split off from")
        MERGED = "merged", _("Merged into the case")
        REOPENED = "reopened", _("Reopened from")

    FROM_THE_OTHER_END = {
        Kind.LINKED: Kind.LINKED.label,
        Kind.CHILD: _("Main case of"),
        Kind.SPLIT: _("Case split off"),
        Kind.MERGED: _("Has taken in"),
        Kind.REOPENED: _("Reopened as"),
    }

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="relations")
    other = models.ForeignKey(DisputeCase, models.PROTECT, related_name="relations_back")
    kind = models.CharField(_("relation"), max_length=10, choices=Kind.choices)
    at = models.DateTimeField(_("since"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    class Meta:
        verbose_name = _("relation of cases")
        verbose_name_plural = _("relations of cases")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["file", "other", "kind"], name="one_relation_of_a_kind"),
            models.UniqueConstraint(
                fields=["file"], condition=Q(kind__in=["child", "merged"]), name="one_main_case_at_most"
            ),
            models.CheckConstraint(name="no_case_relates_to_itself", condition=~Q(file=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.file_id} {self.kind} {self.other_id}"

    def label_from(self, case: DisputeCase) -> str:
        """What the other case is, seen from this one."""
        kind = CaseRelation.Kind(self.kind)
        return str(kind.label if self.file_id == case.pk else self.FROM_THE_OTHER_END[kind])

    def other_than(self, case: DisputeCase) -> DisputeCase:
        return self.other if self.file_id == case.pk else self.file


class CaseClearance(models.Model):
    """An officer named for a restricted case: to everybody else it does not exist."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="clearances")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    class Meta:
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        constraints = [models.UniqueConstraint(fields=["file", "officer"], name="one_clearance_per_officer")]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.officer_id}"
