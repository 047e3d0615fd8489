"""One chain of documents about one employer, and what the union found out itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    Employer,
    File,
)
from disputes.models import DisputeCase
from organizations.models import Certificate, Officer
from supervision.querysets import MatterQuerySet

from .topics import SupervisionTopic


class SupervisionMatter(File):
    """Letter, opinion and recommendation on one breach, from the first sign to the correction."""

    collection = "matters"

    class State(models.TextChoices):
        OPEN = "open", _("In progress")
        CLOSED = "closed", _("Closed")

    class Source(models.TextChoices):
        COMPLAINT = "complaint", _("Complaint of workers")
        WORK_ORDER = "work_order", _("Work order of the hotline")
        CASE = "case", _("Dispute case")
        INSPECTION = "inspection", _("Inspection visit")
        NEWS = "news", _("News report")
        OWN_FINDING = "own_finding", _("Found by the union itself")

    class Outcome(models.TextChoices):
        RECTIFIED = "rectified", _("Rectified")
        NOT_ESTABLISHED = "not_established", _("Breach not established")
        HANDED_TO_AUTHORITY = "handed_to_authority", _("Handed to the authority")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        PUBLISHED = "published", _("Published to all employers")

    STAGES = [(_("In progress"), {"open"}), (_("Closed"), {"closed"})]

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("employer")
    )
    topic = models.ForeignKey(SupervisionTopic, models.PROTECT, related_name="+", verbose_name=_("topic"))
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    case = models.ForeignKey(
        DisputeCase, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("dispute case")
    )
    received_on = models.DateField(_("registered on"))
    facts = models.TextField(_("facts or risk"))
    workers_affected = models.PositiveIntegerField(_("workers affected"), default=1)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision matter")
        verbose_name_plural = _("supervision matters")
        indexes = [
            models.Index(
                fields=["scope", "state", "-id"],
                name="matter_list",
                opclasses=["varchar_pattern_ops", "varchar_ops", "int8_ops"],
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["org", "number"], condition=~models.Q(number=""), name="one_matter_per_number"
            ),
            models.CheckConstraint(
                name="closed_matter_has_outcome",
                condition=models.Q(state="open", outcome="", closed_on=None)
                | models.Q(~models.Q(outcome=""), state="closed", closed_on__isnull=False),
            ),
        ]

    @property
    def state_tone(self) -> str:
        return "info" if self.state == self.State.OPEN else "success"

    @property
    def subject(self) -> str:
        """Whom it is about: the employer, or everybody the topic concerns."""
        return str(self.employer) if self.employer else str(_("All employers concerned"))

    def personal(self) -> list[tuple[Any, str]]:
        """What the masked lines of the page hold in full."""
        confirmed = [pair for row in self.address_confirmations.all() for pair in row.personal()]
        if self.employer is None:
            return confirmed
        return [
            (_("legal representative"), self.employer.legal_representative),
            (_("telephone"), self.employer.phone),
            *confirmed,
        ]

    @property
    def masked_contact(self) -> list[tuple[Any, str]]:
        if self.employer is None:
            return []
        return [
            (_("legal representative"), self.employer.masked_representative),
            (_("telephone"), self.employer.masked_phone),
        ]


class MatterEvent(AbstractEvent):
    file = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="events")


class MatterDeadline(AbstractDeadline):
    file = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="deadlines")


class MatterPause(AbstractPause):
    deadline = models.ForeignKey(MatterDeadline, models.PROTECT, related_name="pauses")


class MatterExtension(AbstractExtension):
    deadline = models.ForeignKey(MatterDeadline, models.PROTECT, related_name="extensions")


class MatterAttachment(AbstractAttachment):
    file = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="attachments")


class Investigation(models.Model):
    """A visit or inquiry of supervisors who showed their certificates (Zhejiang supervision regulation art. 13)."""

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="investigations")
    held_on = models.DateField(_("investigated on"))
    way = models.CharField(_("way of investigation"), max_length=100)
    findings = models.TextField(_("findings"))

    class Meta:
        verbose_name = _("investigation")
        verbose_name_plural = _("investigations")
        ordering = ("held_on", "pk")

    def __str__(self) -> str:
        return f"{self.held_on} {self.way}"


class InvestigatorQuerySet(models.QuerySet["Investigator"]):
    def certified_on(self, day: date) -> InvestigatorQuerySet:
        valid = Certificate.objects.valid_on(day).values("pk")
        return self.filter(certificate__in=valid)


class Investigator(models.Model):
    """A supervisor in an investigation, with the certificate shown there."""

    investigation = models.ForeignKey(Investigation, models.CASCADE, related_name="investigators")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("supervisor"))
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+", verbose_name=_("certificate"))

    objects = InvestigatorQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["investigation", "officer"], name="one_entry_per_investigator")]

    def __str__(self) -> str:
        return f"{self.officer.name} {self.certificate}"
