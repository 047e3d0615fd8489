"""The referral: what a union asks of an authority, and what came of it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import File
from casework.models.files import stages_of
from casework.workflow import Stage
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from organizations.models import Authority, Duty, Officer
from referrals import sharing
from referrals.querysets import ReferralQuerySet
from supervision.models import SupervisionDocument

from .content import Content
from .kinds import ADVICE, ReferralKind

SOURCES = ("case", "order", "document")
CARRIED = frozenset({"paper", "package"})


def only(name: str) -> Q:
    return Q(**{f"{other}__isnull": other != name for other in SOURCES})


class Referral(Content, File):
    """One matter laid before one authority. The file it comes from stays with the union."""

    collection = "referrals"
    IN_CHARGE = "owner"
    ON_CALL = frozenset({Duty.LIAISON})

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("Approved to be sent")
        QUEUED = "queued", _("Being delivered")
        SENT = "sent", _("Delivered, not yet signed for")
        SEND_FAILED = "send_failed", _("Delivery failed")
        ACKNOWLEDGED = "acknowledged", _("Signed for")
        ACCEPTED = "accepted", _("Taken on")
        RETURNED = "returned", _("Returned by the authority")
        COMPLETED = "completed", _("Result received")
        CLOSED = "closed", _("Closed")
        RECALLED = "recalled", _("Recalled")

    class Direction(models.TextChoices):
        OUTGOING = "outgoing", _("Outgoing")
        INCOMING = "incoming", _("Incoming")

    class Channel(models.TextChoices):
        DESK = "desk", _("The authority's desk in this system")
        EMAIL = "email", _("By e-mail with a link")
        PACKAGE = "package", _("As an offline package")
        HTTP = "http", _("From system to system")
        PAPER = "paper", _("On paper")

    class LegalGround(models.TextChoices):
        """What allows passing personal data on (Personal Information Protection Law arts 13, 23)."""

        CONSENT = "consent", _("The person concerned agreed separately (art. 23)")
        STATUTORY_DUTY = "statutory_duty", _("Needed for a duty set by law (art. 13 no. 3)")
        NOTHING_PERSONAL = "nothing_personal", _("No personal information is passed on")

    class ReturnReason(models.TextChoices):
        NOT_IN_CHARGE = "not_in_charge", _("Another office is in charge")
        PAPERS_INCOMPLETE = "papers_incomplete", _("Papers are missing")
        OUTSIDE_SCOPE = "outside_scope", _("Outside what the law lets this office do")
        DUPLICATE = "duplicate", _("Already received from elsewhere")
        OTHER = "other", _("Another reason")

    STAGES = [
        (_("Draft and approval"), {State.DRAFT, State.APPROVED}),
        (_("Delivery"), {State.QUEUED, State.SEND_FAILED}),
        (_("Receipt"), {State.SENT}),
        (_("Decision"), {State.ACKNOWLEDGED}),
        (_("Handling"), {State.ACCEPTED}),
        (_("Result"), {State.COMPLETED}),
        (_("Closing of the referral"), {State.CLOSED}),
    ]
    STAGES_IN = STAGES[2:]  # what comes in is not drafted or delivered here
    TONES = {
        State.SENT: "warning",
        State.SEND_FAILED: "danger",
        State.RETURNED: "danger",
        State.COMPLETED: "success",
        State.CLOSED: "success",
        State.RECALLED: "neutral",
    }

    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.DRAFT)
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices, default=Direction.OUTGOING)
    kind = models.ForeignKey(ReferralKind, models.PROTECT, related_name="referrals", verbose_name=_("kind"))
    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="referrals", verbose_name=_("receiving authority")
    )
    override_reason = models.CharField(_("why not the office in charge"), max_length=200, blank=True)
    case = models.ForeignKey(
        DisputeCase, models.PROTECT, null=True, blank=True, related_name="referrals", verbose_name=_("dispute case")
    )
    order = models.ForeignKey(
        WorkOrder, models.PROTECT, null=True, blank=True, related_name="referrals", verbose_name=_("work order")
    )
    document = models.ForeignKey(
        SupervisionDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="referrals",
        verbose_name=_("supervision document"),
    )
    rerouted_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="rerouted_to", verbose_name=_("sent anew after")
    )
    owner = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("responsible officer"))
    subject = models.CharField(_("subject"), max_length=200)
    facts = models.TextField(_("facts"))
    request = models.TextField(_("what is asked"))
    legal_ground = models.CharField(
        _("ground for passing personal data on"), max_length=20, choices=LegalGround.choices, blank=True
    )
    urgent = models.BooleanField(_("urgent"), default=False)
    channel = models.CharField(_("way of delivery"), max_length=10, choices=Channel.choices, default=Channel.DESK)
    sent_at = models.DateTimeField(_("delivered at"), null=True, blank=True)
    sent_on = models.DateField(_("delivered on"), null=True, blank=True)
    acked_on = models.DateField(_("signed for on"), null=True, blank=True)
    external_no = models.CharField(_("number at the authority"), max_length=60, blank=True)
    decision = models.TextField(_("decision"), blank=True)
    decided_on = models.DateField(_("taken on on"), null=True, blank=True)
    result = models.CharField(_("outcome at the authority"), max_length=30, blank=True)
    result_text = models.TextField(_("result in words"), blank=True)
    result_on = models.DateField(_("result of"), null=True, blank=True)
    returned_code = models.CharField(_("reason of the return"), max_length=20, choices=ReturnReason.choices, blank=True)
    returned_reason = models.TextField(_("explanation of the return"), blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    fresh_code: str = ""  # of a link, in the answer to the step that gave it; the row never holds it

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        constraints = [
            models.CheckConstraint(
                name="referral_has_one_source",
                condition=only("case") | only("order") | only("document") | Q(direction="incoming"),
            ),
            models.CheckConstraint(
                name="referral_with_authority_was_sent",
                condition=Q(state__in=["draft", "approved", "queued", "send_failed", "recalled"])
                | Q(sent_at__isnull=False, sent_on__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_result_is_dated",
                condition=~Q(state="completed") | (~Q(result="") & Q(result_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="referral_closed_is_dated", condition=~Q(state="closed") | Q(closed_on__isnull=False)
            ),
            models.UniqueConstraint(fields=["org", "number"], condition=~Q(number=""), name="one_referral_per_number"),
            # Two messages at once about one matter of an authority: the database lets one through.
            models.UniqueConstraint(
                fields=["authority", "kind", "external_no"],
                condition=Q(direction="incoming", returned_code="") & ~Q(state="recalled"),
                name="one_incoming_referral_per_number",
            ),
        ]
        indexes = [
            models.Index(fields=["scope", "-id"], name="referral_list", opclasses=["varchar_pattern_ops", "int8_ops"]),
            models.Index(fields=["number"], name="referral_number"),
            models.Index(
                fields=["scope", "state", "due_on", "id"],
                name="referral_subtree",
                opclasses=["varchar_pattern_ops", "varchar_ops", "date_ops", "int8_ops"],
            ),
            models.Index(fields=["authority", "state", "due_on"], name="referral_of_authority"),
            models.Index(fields=["external_no"], name="referral_external", condition=~Q(external_no="")),
        ]

    def stages(self) -> list[Stage]:
        return stages_of(self.STAGES_IN if self.is_incoming else self.STAGES, self.state)

    @property
    def state_tone(self) -> str:
        return self.TONES.get(self.State(self.state), "info")

    @property
    def source(self) -> Any:
        """The file this referral comes from."""
        return self.case or self.order or self.document

    @property
    def ack_rule(self) -> str:
        """The code of the period for signing."""
        return self.kind.urgent_ack_rule if self.urgent and self.kind.urgent_ack_rule else self.kind.ack_rule

    @property
    def result_label(self) -> str:
        return self.kind.outcome_label(self.result) if self.result else ""

    @property
    def last_question(self) -> Any:
        """What the authority asked last, from the questions a list has read already."""
        return next(reversed(list(self.questions.all())), None)

    @property
    def is_carried(self) -> bool:
        """Whether a person takes it there: as a letter, or as a package on a medium."""
        return self.channel in CARRIED

    @property
    def on_paper(self) -> bool:
        return self.channel == self.Channel.PAPER

    def personal(self) -> list[tuple[Any, str]]:
        """What was passed on, in full, for the page that records who looks."""
        return sharing.lines(self.passed_data, masked=False)

    @property
    def masked_lines(self) -> list[tuple[Any, str]]:
        return sharing.lines(self.passed_data, masked=True)

    @property
    def shared_labels(self) -> list[str]:
        """What is going to be passed on, by name."""
        return [str(label) for item, label in sharing.ITEMS.items() if item in self.shared]

    @property
    def result_rule(self) -> str:
        """The code of the period for the result; advice has one of its own."""
        if self.act == ReferralKind.Act.ADVICE:
            return "referral.advice"
        return self.kind.result_rule_of(self.details)

    @property
    def is_advice(self) -> bool:
        return self.act == ReferralKind.Act.ADVICE

    @property
    def is_incoming(self) -> bool:
        return self.direction == self.Direction.INCOMING

    @property
    def sender(self) -> Any:
        return self.authority if self.is_incoming else self.org

    @property
    def receiver(self) -> Any:
        return self.org if self.is_incoming else self.authority

    @property
    def holder(self) -> Any:
        """Who answers for the matter: the union, and after a transfer was taken on the authority."""
        gone = self.act == ReferralKind.Act.TRANSFER and not self.is_incoming and self.decided_on
        return self.authority if gone else self.org

    @property
    def has_left(self) -> bool:
        """A transfer that was taken on: the authority answers for the matter now."""
        return bool(self.holder == self.authority)

    def outcomes(self) -> list[tuple[str, str]]:
        """How it may end: as its kind says; a request for advice ends with advice or without."""
        if self.act == ReferralKind.Act.ADVICE:
            return [(code, str(label)) for code, label in ADVICE.items()]
        return [(code, label) for code, label in self.kind.outcomes]
