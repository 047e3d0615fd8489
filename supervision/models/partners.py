"""Documents of partners on the same matter: procuratorial and judicial recommendations, orders, joint letters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    File,
)
from organizations.models import Authority, Duty
from supervision.querysets import PartnerQuerySet

from .matters import SupervisionMatter


class PartnerDocument(File):
    """What a partner sent beside the union's own ladder, with a clock of its own (N letters, N documents)."""

    collection = "partner-documents"
    ON_CALL = frozenset({Duty.LIAISON})

    class Kind(models.TextChoices):
        PROCURATORIAL = "procuratorial", _("Procuratorial recommendation")
        JUDICIAL = "judicial", _("Judicial recommendation")
        COMPLIANCE = "compliance", _("Compliance proposal of the procuratorate")
        JOINT_LETTER = "joint_letter", _("Letter sent jointly with a partner")
        RECTIFICATION_ORDER = "rectification_order", _("Order to correct")
        INTERVIEW = "interview", _("Joint interview")

    class State(models.TextChoices):
        AWAITING = "awaiting", _("Awaiting reply")
        ANSWERED = "answered", _("Replied")
        CLOSED = "closed", _("Closed")

    class Outcome(models.TextChoices):
        ADOPTED = "adopted", _("Followed")
        PARTLY = "partly", _("Followed in part")
        NOT_ADOPTED = "not_adopted", _("Not followed")
        REEXAMINED = "reexamined", _("Objection examined, document taken back")
        NO_REPLY = "no_reply", _("No reply")
        NONE_NEEDED = "none_needed", _("No reply was asked for")

    # The period to reply: two months are law for the procuratorate and custom for courts; others set a day themselves.
    REPLY_RULES: ClassVar[dict[str, str]] = {Kind.PROCURATORIAL: "procuratorial.reply", Kind.JUDICIAL: "judicial.reply"}
    SET_DAY = "partner.reply"
    STAGES = [
        (_("Reply"), {State.AWAITING}),
        (_("Assessment"), {State.ANSWERED}),
        (_("Conclusion"), {State.CLOSED}),
    ]

    state = models.CharField(_("state"), max_length=24, choices=State.choices)
    matter = models.ForeignKey(
        SupervisionMatter, models.PROTECT, related_name="partner_documents", verbose_name=_("supervision matter")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    issuer = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name=_("issuing authority"))
    authority = models.ForeignKey(
        Authority, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("authority addressed")
    )
    doc_no = models.CharField(_("number of the document"), max_length=60, blank=True)
    served_on = models.DateField(_("served on"))
    replied_on = models.DateField(_("replied on"), null=True, blank=True)
    objected = models.BooleanField(_("the addressee objected"), default=False)
    summary = models.TextField(_("content"))
    answer = models.TextField(_("content of the reply"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of a partner")
        verbose_name_plural = _("documents of partners")
        indexes = [
            models.Index(
                fields=["scope", "state", "due_on", "id"],
                name="partner_due",
                opclasses=["varchar_pattern_ops", "varchar_ops", "date_ops", "int8_ops"],
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["org", "number"], condition=~Q(number=""), name="one_partner_document_per_number"
            ),
            models.CheckConstraint(
                name="closed_partner_document_has_outcome",
                condition=Q(outcome="", closed_on=None) | Q(~Q(outcome=""), state="closed", closed_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.doc_no or f"{self.get_kind_display()} {self.number}".strip()

    @property
    def state_tone(self) -> str:
        return "success" if self.state == self.State.CLOSED else "info"

    @property
    def addressee(self) -> str:
        """The authority named, or the employer of the matter."""
        return str(self.authority or self.matter.subject)

    @property
    def reply_rule(self) -> str:
        return self.REPLY_RULES.get(self.kind, self.SET_DAY)

    def personal(self) -> list[tuple[str, str]]:
        """Nothing here is masked."""
        return []


class PartnerEvent(AbstractEvent):
    file = models.ForeignKey(PartnerDocument, models.PROTECT, related_name="events")


class PartnerDeadline(AbstractDeadline):
    file = models.ForeignKey(PartnerDocument, models.PROTECT, related_name="deadlines")


class PartnerPause(AbstractPause):
    deadline = models.ForeignKey(PartnerDeadline, models.PROTECT, related_name="pauses")


class PartnerExtension(AbstractExtension):
    deadline = models.ForeignKey(PartnerDeadline, models.PROTECT, related_name="extensions")


class PartnerAttachment(AbstractAttachment):
    file = models.ForeignKey(PartnerDocument, models.PROTECT, related_name="attachments")
