"""The three documents of supervision in one table: reminder letter, opinion, recommendation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from casework.models import Employer, File
from casework.models.files import stages_of
from organizations.models import Authority, Duty, Officer
from supervision.querysets import DocumentQuerySet

from .evidence import MatterEvidence
from .matters import SupervisionMatter

if TYPE_CHECKING:
    from casework.workflow import Act, Stage, StepOffer
    from supervision.kinds import KindRules


class SupervisionDocument(File):
    """A document to an employer or an authority. From approval on its text is what was signed, letter by letter."""

    collection = "documents"
    IN_CHARGE = "drafter"
    ON_CALL = frozenset({Duty.SUPERVISOR})

    class Kind(models.TextChoices):
        REMINDER_LETTER = "reminder_letter", _("Reminder letter")
        OPINION = "opinion", _("Opinion")
        RECOMMENDATION = "recommendation", _("Recommendation")

    class Audience(models.TextChoices):
        TARGETED = "targeted", _("To one addressee")
        PUBLIC = "public", _("Published to all employers concerned")

    class Occasion(models.TextChoices):
        """When a letter to all employers goes out: the times in which the same breaches come back."""

        FESTIVAL = "festival", _("Before a festival")
        HEAT = "heat", _("Hot weather")
        WAGES = "wages", _("Wage arrears")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        RETURNED_FOR_REVISION = "returned_for_revision", _("Returned for revision")
        APPROVED = "approved", _("Approved")
        DISPATCHED = "dispatched", _("Dispatched")
        SERVICE_FAILED = "service_failed", _("Service failed")
        AWAITING_REPLY = "awaiting_reply", _("Awaiting reply")
        REPLIED = "replied", _("Replied")
        VERIFYING = "verifying", _("Being verified")
        ESCALATED = "escalated", _("Escalated")
        CLOSED = "closed", _("Closed")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        VOID = "void", _("Void")

    class Outcome(models.TextChoices):
        RECTIFIED = "rectified", _("Rectified")
        NOT_ESTABLISHED = "not_established", _("Breach not established")
        PUBLISHED = "published", _("Issued publicly")
        CORRECTED = "corrected", _("Corrected on the authority's order")
        PENALISED = "penalised", _("Penalised by the authority")
        NO_BREACH = "no_breach", _("The authority found no breach")
        OUT_OF_SCOPE = "out_of_scope", _("Outside the authority's powers")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        VOID = "void", _("Void")

    class Fate(models.TextChoices):
        """Why the next document became lawful (Zhejiang supervision regulation art. 23)."""

        UNANSWERED = "unanswered", _("Not answered in time")
        REFUSED = "refused", _("Correction refused")
        INADEQUATE = "inadequate", _("Answer inadequate")
        UNCORRECTED = "uncorrected", _("Not corrected in time")
        NOT_ACCEPTED = "not_accepted", _("Refused to take the document")

    STAGES = [
        (_("Drafting"), {"draft", "returned_for_revision"}),
        (_("Review"), {"in_review"}),
        (_("Signing"), {"approved"}),
        (_("Service"), {"dispatched", "service_failed"}),
        (_("Reply"), {"awaiting_reply", "replied"}),
        (_("Verification"), {"verifying", "escalated"}),
        (_("Conclusion"), {"closed"}),
    ]
    # Issued by publishing: nobody is served and nobody replies.
    STAGES_PUBLIC = [*STAGES[:2], (_("Signing"), {"approved"}), (_("Publication"), {"closed"})]
    TONES = {
        "returned_for_revision": "warning",
        "service_failed": "danger",
        "escalated": "warning",
        "closed": "success",
        "withdrawn": "neutral",
        "void": "neutral",
    }

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    matter = models.ForeignKey(
        SupervisionMatter, models.PROTECT, related_name="documents", verbose_name=_("supervision matter")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    audience = models.CharField(_("audience"), max_length=8, choices=Audience.choices, default=Audience.TARGETED)
    employer = models.ForeignKey(
        Employer, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("employer addressed")
    )
    authority = models.ForeignKey(
        Authority, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("authority addressed")
    )
    public_addressee = models.CharField(_("employers addressed"), max_length=100, blank=True)
    occasion = models.CharField(_("season or occasion"), max_length=8, choices=Occasion.choices, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    addressee_address = models.CharField(_("address for service"), max_length=200, blank=True)
    facts = models.TextField(_("facts or risk"), blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    demands = models.TextField(_("what is to be done"), blank=True)
    contact_name = models.CharField(_("contact"), max_length=60, blank=True)
    contact_phone = models.CharField(_("telephone of the contact"), max_length=30, blank=True)
    contact_address = models.CharField(_("address of the contact"), max_length=200, blank=True)
    copies = models.CharField(_("copies to"), max_length=200, blank=True)
    evidence = models.ManyToManyField(
        MatterEvidence, blank=True, related_name="documents", verbose_name=_("evidence named")
    )
    waiver_reason = models.TextField(_("why an earlier document is skipped"), blank=True)
    no_conflict = models.BooleanField(_("nobody who drafts or investigates has an interest"), default=False)

    drafter = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("drafter"))
    endorsed_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reviewed by")
    )
    approved_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    doc_date = models.DateField(_("date of the document"), null=True, blank=True)
    serial = models.PositiveIntegerField(_("running number"), null=True, blank=True)
    frozen_text = models.TextField(_("text as signed"), blank=True)
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, blank=True)
    frozen_sheet = models.JSONField(_("sheet as signed"), null=True, blank=True)
    verification_code = models.CharField(_("code of verification"), max_length=24, blank=True)

    dispatched_on = models.DateField(_("dispatched on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    publication = models.CharField(_("where it was published"), max_length=200, blank=True)
    served_on = models.DateField(_("served on"), null=True, blank=True)
    replied_on = models.DateField(_("replied on"), null=True, blank=True)
    rectify_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    authority_case_no = models.CharField(_("case number of the authority"), max_length=60, blank=True)
    docketed_on = models.DateField(_("docketed on"), null=True, blank=True)
    fate = models.CharField(_("what became of it"), max_length=12, choices=Fate.choices, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    withdrawal_served_on = models.DateField(_("withdrawal notice served on"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervision document")
        verbose_name_plural = _("supervision documents")
        indexes = [
            models.Index(
                fields=["scope", "state", "-id"],
                name="document_list",
                opclasses=["varchar_pattern_ops", "varchar_ops", "int8_ops"],
            ),
            models.Index(
                fields=["scope", "state", "due_on", "id"],
                name="document_due",
                opclasses=["varchar_pattern_ops", "varchar_ops", "date_ops", "int8_ops"],
            ),
            models.Index(fields=["number"], name="document_number"),
            models.Index(fields=["id"], condition=Q(state="approved"), name="document_to_seal"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["org", "kind", "number"], condition=~Q(number=""), name="one_document_per_number"
            ),
            models.UniqueConstraint(
                "org",
                "kind",
                ExtractYear("doc_date"),
                "serial",
                name="one_document_per_serial",
                condition=Q(serial__isnull=False),
            ),
            models.CheckConstraint(
                name="signed_document_is_complete",
                condition=Q(state__in=["draft", "in_review", "returned_for_revision", "withdrawn"])
                | (
                    ~Q(number="")
                    & ~Q(frozen_text="")
                    & ~Q(text_sha256="")
                    & Q(doc_date__isnull=False, serial__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                fields=["verification_code"], condition=~Q(verification_code=""), name="one_document_per_code"
            ),
            models.CheckConstraint(
                name="document_has_one_addressee",
                condition=Q(audience="public", kind="reminder_letter", authority=None)
                | Q(kind="recommendation", audience="targeted", authority__isnull=False)
                | (Q(kind__in=["reminder_letter", "opinion"]) & Q(audience="targeted", employer__isnull=False)),
            ),
            models.CheckConstraint(
                name="only_public_letters_have_a_season",
                condition=Q(audience="public") | Q(occasion="", valid_until=None),
            ),
            models.CheckConstraint(
                name="reply_clock_needs_service",
                condition=~Q(state__in=["awaiting_reply", "replied", "verifying"]) | Q(served_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.get_kind_display()} #{self.pk}"

    def offers(self, act: Act) -> list[StepOffer]:
        """Only the steps this kind of document has at all."""
        return [offer for offer in super().offers(act) if self.rules.has(offer.verb, self.audience)]

    def stages(self) -> list[Stage]:
        return stages_of(self.STAGES_PUBLIC if self.is_public else self.STAGES, self.state)

    @property
    def rules(self) -> KindRules:
        from supervision.kinds import KINDS

        return KINDS[self.kind]

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.state, "info")

    @property
    def is_public(self) -> bool:
        return self.audience == self.Audience.PUBLIC

    def is_over(self, on: date) -> bool:
        """A public letter whose season has passed says nothing any more, though it stays genuine."""
        return bool(self.valid_until and on > self.valid_until)

    @property
    def is_frozen(self) -> bool:
        return bool(self.frozen_text)

    @property
    def watermark(self) -> str:
        """What stands across the page of a text that is not, or no longer, the sealed document."""
        if self.state in {self.State.VOID, self.State.WITHDRAWN}:
            return str(_("VOID"))
        return "" if self.is_sealed else str(_("DRAFT"))

    @property
    def is_sealed(self) -> bool:
        return hasattr(self, "sealing")

    @property
    def addressee(self) -> str:
        return str(self.authority or self.public_addressee or self.employer or "")

    @property
    def on_time(self) -> bool | None:
        """Whether the reply came on or before its last day; None while there is none."""
        from casework.deadlines import due_day

        due_on = due_day(self, self.rules.reply_rule)
        return self.replied_on <= due_on if self.replied_on and due_on else None

    def personal(self) -> list[tuple[Any, str]]:
        """Who took the document, and who witnessed that it was left, in full."""
        taken = [(a.get_method_display(), a.received_by) for a in self.service_attempts.exclude(received_by="")]
        left = [(_("witnesses"), a.witness_names) for a in self.service_attempts.exclude(witness_names="")]
        return [*taken, *left]
