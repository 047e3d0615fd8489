"""A strike, a gathering, a threat to life, ten workers with one claim: what was proposed, opened and reported."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.models import AbstractAttachment, AbstractEvent, Category, Employer, File
from disputes.models import DisputeCase
from hotline.querysets.incidents import IncidentCallQuerySet, IncidentQuerySet, ReportQuerySet, SurgeSheetQuerySet
from organizations.models import Officer, Region, UnionOrg

from .calls import CallRecord
from .orders import WorkOrder


class GroupIncident(File):
    """`known_at` is the instant it became known to the union: the clocks of the first reports run from it."""

    collection = "incidents"

    class State(models.TextChoices):
        PROPOSED = "proposed", _("To be judged")
        RUNNING = "running", _("Running")
        SETTLED = "settled", _("Calmed down")
        CLOSED = "closed", _("Closed")
        DISMISSED = "dismissed", _("Dismissed")

    class Risk(models.TextChoices):
        GENERAL = "general", pgettext_lazy("risk of an incident", "General")
        LARGE = "large", pgettext_lazy("risk of an incident", "Large")
        MAJOR = "major", pgettext_lazy("risk of an incident", "Major")

    class Trigger(models.TextChoices):
        PEOPLE = "people", _("Number of workers")
        VISITORS = "visitors", _("Number of visitors")
        WORD = "word", _("A word in the call")
        LEADER = "leader", _("Entered by the duty leader")

    STAGES = [
        (_("Judging"), {"proposed"}),
        (_("Dealing with it and reporting"), {"running"}),
        (_("Calmed down"), {"settled"}),
        (_("Closed"), {"closed"}),
    ]
    TONES = {"proposed": "warning", "running": "danger", "settled": "info", "closed": "success", "dismissed": "neutral"}
    RISK_TONES = {"general": "info", "large": "warning", "major": "danger"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    trigger = models.CharField(_("what made it known"), max_length=10, choices=Trigger.choices)
    trigger_word = models.CharField(_("word"), max_length=30, blank=True)
    addressed_to = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("put before")
    )
    known_at = models.DateTimeField(_("became known"))
    began_at = models.DateTimeField(_("began"), null=True, blank=True)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("division")
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("employer")
    )
    employer_name = models.CharField(_("employer"), max_length=200, blank=True)
    people = models.PositiveIntegerField(_("people"), default=1)
    claim = models.TextField(_("claim"), blank=True)
    risk = models.CharField(_("risk level"), max_length=10, choices=Risk.choices, default=Risk.GENERAL)
    measures = models.TextField(_("measures taken"), blank=True)
    on_site_leader = models.CharField(_("leader on site"), max_length=60, blank=True)
    settled_at = models.DateTimeField(_("calmed down"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    orders = models.ManyToManyField(WorkOrder, related_name="+", blank=True, verbose_name=_("work orders"))
    cases = models.ManyToManyField(DisputeCase, related_name="+", blank=True, verbose_name=_("dispute cases"))

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("group incident")
        verbose_name_plural = _("group incidents")
        indexes = [
            models.Index(fields=["scope", "-id"], name="incident_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
            models.Index(
                fields=["org", "employer"], name="incident_live", condition=~Q(state__in=["closed", "dismissed"])
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["org", "number"], condition=~Q(number=""), name="one_incident_per_number"),
            models.CheckConstraint(
                name="incident_ends_with_an_instant", condition=~Q(state="closed") | Q(closed_at__isnull=False)
            ),
        ]

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]

    @property
    def risk_tone(self) -> str:
        return self.RISK_TONES[self.risk]

    @property
    def next_report(self) -> IncidentReport | None:
        """The report that is due first."""
        pending = [report for report in self.reports.all() if report.is_pending]
        return min(pending, key=lambda report: report.due_at, default=None)


class IncidentEvent(AbstractEvent):
    file = models.ForeignKey(GroupIncident, models.PROTECT, related_name="events")


class IncidentAttachment(AbstractAttachment):
    file = models.ForeignKey(GroupIncident, models.PROTECT, related_name="attachments")


class IncidentReport(models.Model):
    """One report that is due at an instant. Minutes and hours run around the clock (Civil Code art. 201)."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Report by telephone")
        FIRST = "first", _("First written report")
        FOLLOW_UP = "follow_up", _("Follow-up report")
        CLOSING = "closing", _("Closing report")

    incident = models.ForeignKey(
        GroupIncident, models.PROTECT, related_name="reports", verbose_name=_("group incident")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    due_at = models.DateTimeField(pgettext_lazy("a report", "due"))
    given_at = models.DateTimeField(_("given"), null=True, blank=True)
    given_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("given by")
    )
    lapsed_at = models.DateTimeField(_("no longer needed"), null=True, blank=True)
    text = models.TextField(_("text"), blank=True)
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)

    objects: Any = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report on an incident")
        verbose_name_plural = _("reports on incidents")
        ordering = ("due_at", "pk")
        indexes = [
            models.Index(fields=["due_at"], name="incident_report_due", condition=Q(given_at=None, lapsed_at=None))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "kind"], condition=Q(given_at=None, lapsed_at=None), name="one_report_due_per_kind"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_pending(self) -> bool:
        return self.given_at is None and self.lapsed_at is None

    def is_late(self, at: datetime) -> bool:
        return self.due_at < (self.given_at or at)

    def get_absolute_url(self) -> str:
        return reverse("hotline:incidents-report", args=[self.incident_id, self.pk])


class ReportAddressee(models.Model):
    """To whom a report went, how and when."""

    class To(models.TextChoices):
        PARTY_GROUP = "party_group", _("own Party leadership group")
        SUPERIOR = "superior", _("union one level above")
        GOVERNMENT = "government", _("local government")
        HR = "hr", _("human resources office")
        POLICE = "police", _("police")
        OTHER = "other", pgettext_lazy("addressee of a report", "others")

    class Way(models.TextChoices):
        PHONE = "phone", pgettext_lazy("way of a report", "by telephone")
        FAX = "fax", pgettext_lazy("way of a report", "by fax")
        NETWORK = "network", pgettext_lazy("way of a report", "over the office network")
        HAND = "hand", pgettext_lazy("way of a report", "by hand")

    report = models.ForeignKey(IncidentReport, models.PROTECT, related_name="addressees", verbose_name=_("report"))
    to = models.CharField(_("to"), max_length=12, choices=To.choices)
    way = models.CharField(_("way"), max_length=8, choices=Way.choices)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("addressee of a report")
        verbose_name_plural = _("addressees of reports")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.get_to_display()} · {self.get_way_display()}"


class IncidentCall(models.Model):
    """A call that belongs to an incident. Kept apart from the call: who reads calls does not learn of it."""

    incident = models.ForeignKey(GroupIncident, models.PROTECT, related_name="calls", verbose_name=_("group incident"))
    call = models.OneToOneField(CallRecord, models.PROTECT, related_name="+", verbose_name=_("call"))
    at = models.DateTimeField(_("time"))

    objects: Any = IncidentCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call about an incident")
        verbose_name_plural = _("calls about incidents")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return str(self.call)


class SurgeSheet(models.Model):
    """快速登记: what fifty callers say alike, filled in beforehand by the leader.

    Operators see the sheet, which tells of an employer and a claim as any call does, and not the incident behind it.
    """

    incident = models.OneToOneField(
        GroupIncident, models.PROTECT, related_name="sheet", verbose_name=_("group incident")
    )
    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    scope = models.CharField(_("scope"), max_length=60)
    employer_name = models.CharField(_("employer"), max_length=200)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("employer")
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("place of work"))
    place = models.CharField(_("address or project"), max_length=200, blank=True)
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("category of the request"))
    facts = models.TextField(_("facts"))
    claim = models.TextField(_("claim"))
    order = models.ForeignKey(
        WorkOrder, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("work order")
    )
    opened_at = models.DateTimeField(_("opened"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects: Any = SurgeSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet for quick registration")
        verbose_name_plural = _("sheets for quick registration")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.employer_name

    def get_absolute_url(self) -> str:
        return reverse("hotline:surge-page", args=[self.pk])

    def call_ids(self) -> Any:
        """The calls of the incident, as a subquery; which incident it is stays unsaid."""
        return IncidentCall.objects.filter(incident=self.incident_id).values("call")
