"""Blank forms on paper, for the day nothing else works: each with a number that is entered once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer, UnionOrg

if TYPE_CHECKING:
    from datetime import datetime


class PaperBatchQuerySet(models.QuerySet["PaperBatch"]):
    def visible_to(self, officer: Officer) -> Self:
        """The forms printed in the officer's own office."""
        return self.filter(org=officer.org) if officer.org_id else self.none()

    def for_list(self) -> Self:
        """With how many of them are entered and spoiled."""
        entered = models.Count("forms", models.Q(forms__entered_at__isnull=False))
        spoiled = models.Count("forms", models.Q(forms__spoiled_at__isnull=False))
        rows = self.select_related("drawn_by__user", "org")
        return rows.annotate(count=models.Count("forms"), entered=entered, spoiled=spoiled).order_by("-pk")


class PaperBatch(models.Model):
    """A range of numbers printed at once."""

    class Kind(models.TextChoices):
        CALL = "call", _("Record of a call")
        APPLICATION = "application", _("Application for mediation")

    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    kind = models.CharField(_("kind of form"), max_length=12, choices=Kind.choices)
    first = models.CharField(_("first number"), max_length=40)
    last = models.CharField(_("last number"), max_length=40)
    drawn_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("printed by"))
    drawn_at = models.DateTimeField(_("printed at"))

    objects = PaperBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("range of paper forms")
        verbose_name_plural = _("ranges of paper forms")
        indexes = [models.Index(fields=["org", "-id"], name="paper_batch_list")]

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"


class PaperFormQuerySet(models.QuerySet["PaperForm"]):
    def blank(self) -> Self:
        return self.filter(entered_at=None, spoiled_at=None)

    def numbered(self, org: UnionOrg, number: str) -> Self:
        return self.filter(org=org, number=number)

    def enter(self, org: UnionOrg, kind: str, number: str, *, by: Officer, at: datetime) -> bool:
        """Whether the number was blank until now. Of several at once one gets it."""
        # No join: the row is looked at again after waiting for who was first.
        rows = self.numbered(org, number).blank().filter(batch__in=PaperBatch.objects.filter(org=org, kind=kind))
        return bool(rows.update(entered_by=by, entered_at=at))


class PaperForm(models.Model):
    """One sheet. Its number becomes the outside number of what is entered from it."""

    batch = models.ForeignKey(PaperBatch, models.PROTECT, related_name="forms", verbose_name=_("range"))
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    number = models.CharField(_("number on the paper"), max_length=40)
    entered_at = models.DateTimeField(_("entered at"), null=True)
    entered_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name=_("entered from paper by")
    )
    spoiled_at = models.DateTimeField(_("spoiled"), null=True)
    spoiled_reason = models.CharField(_("why it is void"), max_length=200, blank=True)

    objects = PaperFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper form")
        verbose_name_plural = _("paper forms")
        constraints = [
            models.UniqueConstraint(fields=["org", "number"], name="one_paper_form_per_number"),
            models.CheckConstraint(
                name="paper_form_ends_one_way", condition=models.Q(entered_at=None) | models.Q(spoiled_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.number
