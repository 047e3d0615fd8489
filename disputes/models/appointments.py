"""Meetings that are to be held: proposed, notified, held or not; and who came."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name
from casework.secrets.fields import EncryptedTextField
from casework.words import instant
from organizations.models import Officer

from .cases import DisputeCase
from .choices import NotHeld, Presence
from .meetings import MediationMeeting
from .parties import Party


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, officer: Officer) -> Self:
        """The meetings of the cases an officer may know of."""
        return self.filter(file__in=DisputeCase.objects.visible_to(officer).values("pk"))

    def pending(self) -> Self:
        return self.filter(outcome="")

    def during(self, starts_at: datetime, ends_at: datetime) -> Self:
        """Meetings that take some of this time."""
        return self.filter(starts_at__lt=ends_at, ends_at__gt=starts_at)

    def between(self, first: date, last: date) -> Self:
        """Meetings that begin on these days, both included, in Asia/Shanghai."""
        return self.filter(starts_at__gte=midnight(first), starts_at__lt=midnight(last + timedelta(days=1)))

    def for_list(self) -> Self:
        rows = self.select_related("file__category__parent", "mediator__user").prefetch_related("file__parties")
        return rows.order_by("starts_at", "pk")


def midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.min))


class Appointment(models.Model):
    """A meeting with a day and an hour. A mediator sits in one meeting at a time."""

    class Outcome(models.TextChoices):
        HELD = "held", _("Held")
        NOT_HELD = "not_held", _("Not held")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="appointments")
    mediator = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("mediator"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    manner = models.CharField(_("manner"), max_length=10, choices=MediationMeeting.Manner.choices)
    place = models.CharField(_("place or link"), max_length=200)
    notified_on = models.DateField(_("parties told on"), null=True, blank=True)
    outcome = models.CharField(_("outcome of the meeting"), max_length=8, choices=Outcome.choices, blank=True)
    not_held = models.CharField(_("why it was not held"), max_length=20, choices=NotHeld.choices, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    meeting = models.OneToOneField(
        MediationMeeting, models.PROTECT, null=True, blank=True, related_name="appointment", verbose_name=_("meeting")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointed meeting")
        verbose_name_plural = _("appointed meetings")
        ordering = ("starts_at", "pk")
        indexes = [
            models.Index(fields=["mediator", "starts_at"], name="meeting_calendar"),
            models.Index(fields=["starts_at"], name="meetings_ahead", condition=Q(outcome="")),
        ]
        constraints = [
            models.CheckConstraint(name="meeting_ends_later", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="meeting_not_held_has_reason", condition=~Q(outcome="not_held") | ~Q(not_held="")
            ),
            ExclusionConstraint(
                name="one_meeting_of_a_mediator_at_a_time",
                expressions=[
                    ("mediator", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_at",
                            "ends_at",
                            RangeBoundary(),
                            function="TSTZRANGE",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return instant(self.starts_at)

    @property
    def starts_on(self) -> date:
        return timezone.localdate(self.starts_at)


class Attendance(models.Model):
    """Who came to a meeting, by himself or through somebody authorised in writing."""

    meeting = models.ForeignKey(MediationMeeting, models.PROTECT, related_name="attendances")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    presence = models.CharField(_("presence"), max_length=10, choices=Presence.choices)
    proxy_name = EncryptedTextField(_("name of the proxy"), blank=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["meeting", "party"], name="one_attendance_per_party"),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.get_presence_display()}"

    @property
    def masked_proxy(self) -> str:
        return mask_name(self.proxy_name)
