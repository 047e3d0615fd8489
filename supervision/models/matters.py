"""One chain of documents about one employer, and what the union found out itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import cached_property
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
from organizations.models import Certificate, Duty, Officer, User
from supervision.querysets import MatterQuerySet

from .topics import SupervisionTopic


class SupervisionMatter(File):
    """Letter, opinion and recommendation on one breach, from the first sign to the correction."""

    collection = "matters"
    ON_CALL = frozenset({Duty.SUPERVISOR})

    class State(models.TextChoices):
        OPEN = "open", _("In progress")
        DECLINED = "declined", _("Declined, notice to be given")
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
        DECLINED = "declined", _("Complaint not accepted")

    class DeclineGround(models.TextChoices):
        """Why a complaint is not taken on (Zhejiang supervision regulation art. 17)."""

        OUTSIDE_SCOPE = "outside_scope", _("Outside the scope of supervision")
        WITH_AUTHORITY = "with_authority", _("Taken on by an authority already")
        IN_ARBITRATION = "in_arbitration", _("Taken on by the arbitration commission already")
        IN_COURT = "in_court", _("Taken on by a court already")

    STAGES = [(_("In progress"), {"open", "declined"}), (_("Closed"), {"closed"})]
    TONES = {"open": "info", "declined": "warning", "closed": "success"}

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("employer")
    )
    topic = models.ForeignKey(SupervisionTopic, models.PROTECT, related_name="+", verbose_name=_("topic"))
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    case = models.ForeignKey(
        DisputeCase, models.PROTECT, null=True, blank=True, related_name="matters", verbose_name=_("dispute case")
    )
    source_detail = models.CharField(_("about the source"), max_length=200, blank=True)
    received_on = models.DateField(_("registered on"))
    facts = models.TextField(_("facts or risk"))
    workers_affected = models.PositiveIntegerField(_("workers affected"), default=1)
    amount = models.DecimalField(_("amount concerned (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    decline_ground = models.CharField(
        _("why it was not accepted"), max_length=16, choices=DeclineGround.choices, blank=True
    )
    notified_on = models.DateField(_("notice of refusal given on"), null=True, blank=True)
    is_restricted = models.BooleanField(_("only for named officers"), default=False)
    asked_on = models.DateField(_("county federation asked to recommend on"), null=True, blank=True)
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
            ),
            models.Index(fields=["id"], name="matter_restricted", condition=models.Q(is_restricted=True)),
            models.Index(
                fields=["scope"],
                name="matter_asked",
                condition=models.Q(asked_on__isnull=False, state="open"),
                opclasses=["varchar_pattern_ops"],
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["org", "number"], condition=~models.Q(number=""), name="one_matter_per_number"
            ),
            models.CheckConstraint(
                name="closed_matter_has_outcome",
                condition=models.Q(state__in=["open", "declined"], outcome="", closed_on=None)
                | models.Q(~models.Q(outcome=""), state="closed", closed_on__isnull=False),
            ),
        ]

    @property
    def state_tone(self) -> str:
        return self.TONES[self.state]

    @cached_property
    def recused(self) -> set[int]:
        """The people who have an interest in the matter, whatever their duty."""
        return set(self.recusals.values_list("person_id", flat=True))

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
    """A paper of the matter; `evidence` for the piece of evidence it holds."""

    file = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="attachments")
    evidence = models.ForeignKey("MatterEvidence", models.PROTECT, null=True, blank=True, related_name="papers")


class Investigation(models.Model):
    """A visit or inquiry of supervisors who showed their certificates (Zhejiang supervision regulation art. 13).

    An employer that does not help, or shows false papers, is put on record (art. 20).
    """

    class Cooperation(models.TextChoices):
        COOPERATED = "cooperated", _("The employer co-operated")
        REFUSED = "refused", _("The employer refused to co-operate")
        FALSE_PAPERS = "false_papers", _("The employer showed false papers")

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="investigations")
    held_on = models.DateField(_("investigated on"))
    way = models.CharField(_("way of investigation"), max_length=100)
    findings = models.TextField(_("findings"))
    cooperation = models.CharField(
        _("co-operation of the employer"), max_length=12, choices=Cooperation.choices, default=Cooperation.COOPERATED
    )
    persons = models.PositiveIntegerField(_("workers concerned, as found"), null=True, blank=True)
    amount = models.DecimalField(_("amount found (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)

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


class MatterRecusal(models.Model):
    """A person with an interest, own or of a near relative, withdraws from the matter (Zhejiang art. 13). For good."""

    class Interest(models.TextChoices):
        OWN = "own", _("Interest of one's own")
        RELATIVE = "relative", _("Interest of a near relative")
        OTHER = "other", _("Another tie that puts fairness in doubt")

    matter = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="recusals")
    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("person"))
    interest = models.CharField(_("interest"), max_length=10, choices=Interest.choices)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "person"], name="one_recusal_per_person")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_interest_display()}"


class MatterClearance(models.Model):
    """An officer named for a restricted matter: to everybody else neither it nor its documents exist."""

    file = models.ForeignKey(SupervisionMatter, models.PROTECT, related_name="clearances")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "officer"], name="one_matter_clearance_per_officer")]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.officer_id}"
