"""A report a union files: its way from the desk of the statistician to the union above, and its frozen numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    AppendOnly,
    File,
)
from organizations.models import Duty, Officer
from reports.filings.spans import name_of
from reports.periods import Period
from reports.querysets import FilingQuerySet

if TYPE_CHECKING:
    from reports.filings.kinds import FilingKind


class Filing(File):
    """One report of one union for one period. Made → checked → signed → sent up; the union above may return it."""

    collection = "filings"
    ON_CALL = frozenset({Duty.STATISTICIAN})

    class State(models.TextChoices):
        DUE = "due", _("To be made")
        MADE = "made", _("Made, to be checked")
        CHECKED = "checked", _("Checked, to be signed")
        SIGNED = "signed", _("Signed, to be sent up")
        SENT = "sent", pgettext_lazy("report", "Sent up")
        RETURNED = "returned", _("To be corrected")

    class Kind(models.TextChoices):
        WEEKLY = "weekly", _("Weekly sheet")
        MONTHLY = "monthly", _("Monthly report")
        BIMONTHLY = "bimonthly", _("Two-monthly survey")
        QUARTERLY = "quarterly", _("Quarterly analysis")
        HALF_YEAR = "half_year", _("Half-year report")
        ANNUAL = "annual", _("Annual report")

    STAGES = [
        (_("Making"), {"due", "returned"}),
        (_("Checking"), {"made"}),
        (_("Signing"), {"checked"}),
        (_("Sending up"), {"signed"}),
        (pgettext_lazy("report", "Sent up"), {"sent"}),
    ]
    TONES = {"due": "warning", "returned": "danger", "sent": "success"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    kind = models.CharField(_("kind of report"), max_length=10, choices=Kind.choices)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    sent_on = models.DateField(_("sent up on"), null=True, blank=True)

    objects = FilingQuerySet.as_manager()

    class Meta:
        verbose_name = _("report filed")
        verbose_name_plural = _("reports filed")
        constraints = [
            models.UniqueConstraint(fields=["org", "kind", "first_on"], name="one_report_per_union_and_period"),
            models.CheckConstraint(name="report_ends_after_it_begins", condition=Q(last_on__gte=F("first_on"))),
            models.CheckConstraint(
                name="signed_report_has_number_and_day",
                condition=~Q(state__in=["signed", "sent"]) | (~Q(number="") & Q(signed_on__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="filing_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
            models.Index(fields=["kind", "first_on"], name="filing_period"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "info")

    @property
    def about(self) -> FilingKind:
        """The row of the table of kinds."""
        from reports.filings.kinds import KINDS

        return KINDS[self.kind]

    @property
    def period(self) -> Period:
        return Period(self.first_on, self.last_on)

    @property
    def period_name(self) -> str:
        return name_of(self.kind, self.period)

    @property
    def title(self) -> str:
        return f"{self.get_kind_display()} {self.period_name}"

    @cached_property
    def snapshot(self) -> Any:
        """The numbers as they were last frozen; None before the report was made."""
        return self.snapshots.select_related("by__user").order_by("-revision").first()

    def may_reveal(self, officer: Officer) -> bool:
        """A report holds nobody's data."""
        return False


class FilingEvent(AbstractEvent):
    file = models.ForeignKey(Filing, models.PROTECT, related_name="events")


class FilingDeadline(AbstractDeadline):
    file = models.ForeignKey(Filing, models.PROTECT, related_name="deadlines")


class FilingPause(AbstractPause):
    deadline = models.ForeignKey(FilingDeadline, models.PROTECT, related_name="pauses")


class FilingExtension(AbstractExtension):
    deadline = models.ForeignKey(FilingDeadline, models.PROTECT, related_name="extensions")


class FilingAttachment(AbstractAttachment):
    file = models.ForeignKey(Filing, models.PROTECT, related_name="attachments")


class Snapshot(models.Model):
    """The numbers of a report as they were when it was made, and never otherwise.

    A report that was returned is made anew: that is the next revision, and the former one stays. `checksum` is the
    SHA-256 of the content; it prints on page and sheet.
    """

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="snapshots", verbose_name=_("report filed"))
    revision = models.PositiveSmallIntegerField(_("revision"))
    content = models.JSONField(_("numbers"))
    texts = models.JSONField(_("texts"), default=dict)
    adjustment_reason = models.TextField(_("why earlier figures changed"), blank=True)
    counted_at = models.DateTimeField(_("counted"))
    definitions = models.CharField(_("version of the definitions"), max_length=10)
    checksum = models.CharField(_("checksum"), max_length=64)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("frozen numbers")
        verbose_name_plural = _("frozen numbers")
        constraints = [models.UniqueConstraint(fields=["filing", "revision"], name="one_snapshot_per_revision")]

    def __str__(self) -> str:
        return f"{self.filing_id}/{self.revision}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("frozen numbers are never changed")
        super().save(*args, **kwargs)

    @property
    def mark(self) -> str:
        """The first 16 characters of the checksum in fours, as they print."""
        head = self.checksum[:16].upper()
        return " ".join(head[n : n + 4] for n in range(0, 16, 4))
