"""The dispute case itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import Category, File
from casework.subtree import COUNTY, PREFECTURE, beginning, newest_first
from disputes.models import choices
from disputes.models.ranks import rank
from disputes.querysets import CLOCK_RUNS, ENDED, IN_HAND, OPEN, WITH_MEDIATOR, DisputeCaseQuerySet
from organizations.models import Duty, Officer, Region

from .keeping import Kept
from .sides import TwoSided

if TYPE_CHECKING:
    from disputes.models import CaseTask, Instalment

WORKED_ON = Q(state__in=sorted(IN_HAND))
COURT_ORIGINS = {choices.Origin.COURT_ASSIGNED, choices.Origin.COURT_ENTRUSTED}
MEDIATION_RULES = (
    "case.mediate",
    "case.court_assigned",
    "case.court_entrusted.ordinary",
    "case.court_entrusted.summary",
)


class DisputeCase(Kept, TwoSided, File):
    """One application for mediation and what becomes of it (Mediation and Arbitration Law, chapter 2)."""

    collection = "cases"
    IN_CHARGE = "mediator"
    ON_CALL = frozenset({Duty.CASE_OFFICER})
    CHANCES = frozenset({"agreement.judicial_confirmation", "agreement.arbitral_review"})
    State = choices.State
    Outcome = choices.Outcome
    Origin = choices.Origin
    Manner = choices.Manner
    Urgency = choices.Urgency
    LegalGround = choices.LegalGround
    STAGES = [
        (_("Acceptance"), {"applied", "awaiting_supplement", "accepted"}),
        (_("Mediation"), {"assigned", "mediating", "suspended"}),
        (_("Agreement or end"), {"concluded"}),
        (_("Performance"), {"performing"}),
        (_("Closing"), {"closed_out", "archived"}),
    ]
    TONES = {
        "awaiting_supplement": "warning",
        "suspended": "warning",
        "concluded": "success",
        "performing": "success",
        "closed_out": "neutral",
        "archived": "neutral",
        "declined": "neutral",
        "merged": "neutral",
    }

    state = models.CharField(_("state"), max_length=24, choices=choices.State.choices)
    origin = models.CharField(_("origin"), max_length=20, choices=choices.Origin.choices)
    external_no = models.CharField(_("number given elsewhere"), max_length=60, blank=True)
    procedure = models.CharField(_("court procedure"), max_length=10, choices=choices.Procedure.choices, blank=True)
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("category"))
    legal_ground = models.CharField(_("legal ground"), max_length=12, choices=choices.LegalGround.choices)
    exclusion = models.CharField(
        _("no labour dispute because"), max_length=20, choices=choices.Exclusion.choices, blank=True
    )
    work_region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place of work, when elsewhere")
    )
    application_manner = models.CharField(
        _("manner of the application"), max_length=8, choices=choices.Manner.choices, default=choices.Manner.WRITTEN
    )
    # An oral application: who wrote it down and when, once it was read to the applicant and found right.
    recorded_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), null=True, blank=True)
    notice_read_on = models.DateField(_("notice on personal data given on"), null=True, blank=True)
    facts = models.TextField(_("facts and reasons"))
    pending_elsewhere = models.BooleanField(_("decided or pending before arbitration or a court"), default=False)
    names_hidden = models.BooleanField(_("names are hidden everywhere"), default=False)
    limitation_expires_on = models.DateField(_("limitation of arbitration ends"), null=True, blank=True)

    received_on = models.DateField(_("received"))
    accepted_on = models.DateField(_("accepted"), null=True, blank=True)
    assigned_on = models.DateField(_("mediator assigned"), null=True, blank=True)
    closed_on = models.DateField(_("concluded"), null=True, blank=True)
    closed_out_on = models.DateField(_("closed"), null=True, blank=True)
    archived_on = models.DateField(_("archived"), null=True, blank=True)
    declined_on = models.DateField(_("declined"), null=True, blank=True)

    refused_by = models.CharField(_("mediation refused by"), max_length=10, choices=choices.Side.choices, blank=True)
    both_sides_willing = models.BooleanField(_("neither side refuses mediation"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=choices.Outcome.choices, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=20, choices=choices.EndReason.choices, blank=True)
    advice = models.CharField(_("advice given"), max_length=12, choices=choices.Advice.choices, blank=True)
    settlement = models.TextField(_("what the parties settled"), blank=True)
    passed_to = models.CharField(_("passed to"), max_length=100, blank=True)
    callback = models.CharField(_("callback"), max_length=12, choices=choices.Callback.choices, blank=True)
    retention_years = models.PositiveSmallIntegerField(_("kept for (years)"), null=True, blank=True)

    worker_count = models.PositiveIntegerField(_("workers"), default=1)
    is_group = models.BooleanField(_("group dispute"), default=False)
    # Sums of the claims, of what was agreed on them and of the payments, kept by the verbs under lock.
    amount_claimed = models.DecimalField(_("amount claimed (yuan)"), max_digits=14, decimal_places=2, default=0)
    amount_agreed = models.DecimalField(
        _("amount agreed (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    amount_paid = models.DecimalField(_("amount paid (yuan)"), max_digits=14, decimal_places=2, default=0)
    pay_by = models.DateField(_("next payment due"), null=True, blank=True)
    mediator = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="mediated_cases", verbose_name=_("mediator")
    )

    is_grave = models.BooleanField(_("grave or complex"), default=False)
    confirmed_on = models.DateField(_("confirmed by the mediator"), null=True, blank=True)
    failure_proposed_on = models.DateField(_("end proposed by the clock"), null=True, blank=True)
    urgency = models.PositiveSmallIntegerField(
        _("urgency"), choices=choices.Urgency.choices, default=choices.Urgency.ORDINARY, db_default=0
    )
    rank = models.GeneratedField(expression=rank(), output_field=models.BigIntegerField(), db_persist=True)

    objects = DisputeCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("dispute case")
        verbose_name_plural = _("dispute cases")
        indexes = [
            models.Index(*newest_first(PREFECTURE), name="case_prefecture"),
            models.Index(*newest_first(COUNTY), name="case_county"),
            models.Index(fields=["rank"], name="case_rank", condition=WORKED_ON),
            models.Index(beginning(PREFECTURE), F("rank"), name="case_rank_prefecture", condition=WORKED_ON),
            models.Index(beginning(COUNTY), F("rank"), name="case_rank_county", condition=WORKED_ON),
            models.Index(fields=["mediator", "rank"], name="case_rank_mediator"),
            models.Index(fields=["external_no"], name="case_outside_number", condition=~Q(external_no="")),
            models.Index(
                fields=["scope", "state", "due_on", "id"],
                name="case_urgency",
                opclasses=["varchar_pattern_ops", "varchar_ops", "date_ops", "int8_ops"],
            ),
            models.Index(
                fields=["scope", "closed_on"], name="case_concluded", opclasses=["varchar_pattern_ops", "date_ops"]
            ),
            models.Index(fields=["mediator", "state", "due_on", "id"], name="case_of_mediator"),
            models.Index(fields=["number"], name="case_number"),
            models.Index(
                fields=["scope", "limitation_expires_on"],
                name="case_limitation",
                opclasses=["varchar_pattern_ops", "date_ops"],
                condition=Q(state__in=sorted(OPEN), limitation_expires_on__isnull=False),
            ),
            models.Index(
                fields=["scope", "kept_until", "id"],
                name="case_retention",
                opclasses=["varchar_pattern_ops", "date_ops", "int8_ops"],
                condition=Q(state="archived", destroyed_on=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["org", "number"], condition=~Q(number=""), name="one_case_per_number"),
            models.UniqueConstraint(
                fields=["org", "external_no"], condition=~Q(external_no=""), name="one_case_per_outside_number"
            ),
            models.UniqueConstraint(
                fields=["org", "archive_no"], condition=~Q(archive_no=""), name="one_case_per_archive_number"
            ),
            models.CheckConstraint(
                name="destroyed_case_was_approved",
                condition=Q(destroyed_on=None) | Q(state="archived", destruction_approved_on__isnull=False),
            ),
            models.CheckConstraint(
                name="ended_case_has_outcome_and_day",
                condition=~Q(state__in=sorted(ENDED)) | (~Q(outcome="") & Q(closed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="open_case_has_no_outcome",
                condition=Q(state__in=sorted(ENDED)) | Q(outcome="", closed_on__isnull=True),
            ),
            models.CheckConstraint(
                name="case_in_mediation_has_mediator",
                condition=~Q(state__in=sorted(WITH_MEDIATOR)) | Q(mediator__isnull=False, accepted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="case_days_follow_each_other",
                condition=(Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")))
                & (Q(closed_on=None) | Q(closed_on__gte=F("received_on"))),
            ),
            models.CheckConstraint(
                name="case_paid_within_agreed",
                condition=Q(amount_paid=0) | Q(amount_agreed__isnull=False, amount_paid__lte=F("amount_agreed")),
            ),
            models.CheckConstraint(name="case_has_workers", condition=Q(worker_count__gte=1)),
            models.CheckConstraint(
                name="oral_application_has_recorder",
                condition=~Q(application_manner="oral") | Q(recorded_by__isnull=False, recorded_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number or gettext("Application %(id)s") % {"id": self.pk}

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "info")

    @property
    def urgency_tone(self) -> str:
        return "danger" if self.urgency == choices.Urgency.URGENT else "warning"

    @property
    def is_from_court(self) -> bool:
        return self.origin in COURT_ORIGINS

    @property
    def mediation_rule(self) -> str:
        """The rule of the time limit for mediation, which differs when a court sends the case."""
        if self.origin == choices.Origin.COURT_ASSIGNED:
            return "case.court_assigned"
        if self.origin == choices.Origin.COURT_ENTRUSTED:
            return f"case.court_entrusted.{self.procedure or choices.Procedure.ORDINARY}"
        return "case.mediate"

    @property
    def day_that_counts(self) -> date | None:
        """What the list shows: the running time limit, in performance the next payment, otherwise nothing."""
        if self.state == choices.State.PERFORMING:
            return self.pay_by
        return self.due_on if self.state in CLOCK_RUNS else None

    @property
    def intake_rule(self) -> str:
        """The rule of the decision on the application: a court's assignment is answered instead."""
        return "court.assignment_answer" if self.is_from_court else "case.accept"

    @property
    def is_civil(self) -> bool:
        """Without a labour relation the agreement is not open to arbitral review."""
        return self.legal_ground == choices.LegalGround.CIVIL

    @property
    def owed_from(self) -> date | None:
        """Before this day nothing is owed under what was agreed: the second side's signature, or the settlement."""
        agreement = getattr(self, "agreement", None)
        return agreement.signed_on if agreement else self.closed_on

    def overdue_parts(self, day: date) -> list[Instalment]:
        """The instalments whose agreed day has passed and that are not paid in full. An agreed day never rolls."""
        return [part for part in self.instalments.all() if part.settled_on is None and part.due_on < day]

    @property
    def in_default(self) -> bool:
        """Performing, with an agreed day missed."""
        return self.state == choices.State.PERFORMING and bool(self.pay_by and self.pay_by < timezone.localdate())

    @property
    def is_performed(self) -> bool:
        return self.amount_paid >= (self.amount_agreed or 0)

    @property
    def open_tasks(self) -> list[CaseTask]:
        return [task for task in self.tasks.all() if task.done_on is None]

    @property
    def is_part(self) -> bool:
        return any(row.kind == "child" for row in self.relations.all())
