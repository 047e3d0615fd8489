"""Who answers day and night: rosters, their shifts, and what was changed on them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractEvent, File
from casework.secrets.fields import EncryptedTextField
from hotline.coverage import Span
from hotline.querysets import ChangeQuerySet, RosterQuerySet, ShiftQuerySet
from organizations.models import Officer

TIME = Func(F("begins_at"), F("ends_at"), function="tstzrange", output_field=DateTimeRangeField())


class Roster(File):
    """The shifts of one organisation from one instant up to another. Published, it has no minute without a shift."""

    collection = "rosters"

    class State(models.TextChoices):
        DRAFT = "draft", _("Being drawn up")
        PUBLISHED = "published", _("Published")
        SUPERSEDED = "superseded", _("Superseded")

    STAGES = [(_("Drawing up"), {"draft"}), (_("In force"), {"published"})]
    TONES = {"draft": "warning", "published": "success", "superseded": "neutral"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    begins_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    note = models.CharField(_("note to all on duty"), max_length=500, blank=True)

    objects = RosterQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty roster")
        verbose_name_plural = _("duty rosters")
        indexes = [
            models.Index(fields=["scope", "-id"], name="roster_list", opclasses=["varchar_pattern_ops", "int8_ops"])
        ]
        constraints = [
            models.CheckConstraint(name="roster_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))),
            ExclusionConstraint(
                name="one_published_roster_at_a_time",
                expressions=[("org", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS)],
                condition=Q(state="published"),
            ),
        ]

    def __str__(self) -> str:
        begin, end = timezone.localdate(self.begins_at), timezone.localdate(self.ends_at - timedelta(days=1))
        return gettext("Roster %(begin)s to %(end)s") % {"begin": begin, "end": end}

    @property
    def span(self) -> Span:
        return Span(self.begins_at, self.ends_at)

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]


class RosterEvent(AbstractEvent):
    file = models.ForeignKey(Roster, models.PROTECT, related_name="events")


class DutyShift(File):
    """Some hours under one leader. Handing over is part of it: who leaves writes, who comes signs."""

    collection = "shifts"

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HANDED_OVER = "handed_over", _("Note written")
        TAKEN_OVER = "taken_over", _("Taken over")
        DROPPED = "dropped", _("Taken out")

    STAGES = [
        (_("On duty"), {"planned"}),
        (_("Note written"), {"handed_over"}),
        (_("Taken over"), {"taken_over"}),
    ]
    TONES = {"planned": "info", "handed_over": "warning", "taken_over": "success", "dropped": "neutral"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.PLANNED)
    roster = models.ForeignKey(Roster, models.PROTECT, related_name="shifts", verbose_name=_("duty roster"))
    begins_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    leader = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("duty leader"))
    backup = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("backup leader")
    )
    operators = models.ManyToManyField(Officer, related_name="duty_shifts", verbose_name=_("operators"))
    lawyer = models.CharField(_("law officer or lawyer on call"), max_length=60, blank=True)
    lawyer_phone = EncryptedTextField(_("telephone of the law officer or lawyer"), blank=True)
    is_holiday = models.BooleanField(_("on a holiday"), default=False)

    open_matters = models.TextField(_("what is open"), blank=True)
    handed_over_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("handed over by")
    )
    handed_over_at = models.DateTimeField(_("handed over"), null=True, blank=True)
    taken_over_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken over by")
    )
    taken_over_at = models.DateTimeField(_("taken over"), null=True, blank=True)

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty shift")
        verbose_name_plural = _("duty shifts")
        indexes = [
            models.Index(fields=["scope", "begins_at"], name="shift_answering"),
            models.Index(fields=["org", "ends_at"], name="shift_handover"),
        ]
        constraints = [
            models.CheckConstraint(name="shift_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))),
            models.CheckConstraint(name="shift_backup_is_somebody_else", condition=~Q(leader=F("backup"))),
            models.CheckConstraint(
                name="shift_taken_over_by_somebody",
                condition=~Q(state="taken_over") | Q(taken_over_by__isnull=False, taken_over_at__isnull=False),
            ),
            ExclusionConstraint(
                name="one_shift_at_a_time",
                expressions=[("roster", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS)],
                condition=~Q(state="dropped"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.span)

    @property
    def span(self) -> Span:
        return Span(self.begins_at, self.ends_at)

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]

    @property
    def clock(self) -> str:
        """Begin and end as the grid of a week shows them: "17:30–next day 08:30"."""
        begin, end = timezone.localtime(self.begins_at), timezone.localtime(self.ends_at)
        if end.date() - begin.date() == timedelta(days=1) and end.time() != time.min:
            return gettext("%(begin)s–next day %(end)s") % {"begin": f"{begin:%H:%M}", "end": f"{end:%H:%M}"}
        return str(self.span)[11:]

    @property
    def staff(self) -> list[Officer]:
        """Everybody on it, the leader first."""
        named = [self.leader, self.backup, *self.operators.all()]
        return [officer for officer in named if officer is not None]

    def is_over(self, at: datetime) -> bool:
        return self.ends_at <= at


class ShiftEvent(AbstractEvent):
    file = models.ForeignKey(DutyShift, models.PROTECT, related_name="events")


class ShiftChange(models.Model):
    """Somebody stood in for somebody, and why. Written once."""

    class Cause(models.TextChoices):
        SWAP = "swap", _("Swap")
        ILLNESS = "illness", _("Illness")
        LEAVE = "leave", _("Leave")
        OTHER = "other", _("Other")

    class Part(models.TextChoices):
        LEADER = "leader", _("Duty leader")
        BACKUP = "backup", _("Backup leader")
        OPERATOR = "operator", _("Operator")

    shift = models.ForeignKey(DutyShift, models.PROTECT, related_name="changes", verbose_name=_("duty shift"))
    part = models.CharField(_("post on the shift"), max_length=10, choices=Part.choices)
    before = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("planned")
    )
    after = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("instead")
    )
    cause = models.CharField(_("cause"), max_length=10, choices=Cause.choices)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("time"))

    objects: Any = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a shift")
        verbose_name_plural = _("changes of shifts")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.before.name if self.before else '—'} → {self.after.name if self.after else '—'}"
