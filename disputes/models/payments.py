"""What was paid under an agreement: the case's part of the ledger of losses recovered, and its follow-up."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractRecovery, AppendOnly
from organizations.models import Officer

from .agreements import Instalment
from .cases import DisputeCase
from .claims import ClaimItem
from .history import DisputeAttachment


class Payment(AbstractRecovery):
    """Money that reached the workers: a row of the ledger, counted once and never changed.

    A wrong entry or money that went back is a row of its own, below zero, that names the payment it takes back.
    """

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="payments")
    instalment = models.ForeignKey(Instalment, models.PROTECT, related_name="payments", verbose_name=_("instalment"))
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reversals", verbose_name=_("takes back")
    )
    proof = models.ForeignKey(
        DisputeAttachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ("paid_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="payment_above_zero_or_taken_back",
                condition=Q(reverses=None, amount__gt=0) | Q(reverses__isnull=False, amount__lt=0),
            )
        ]
        indexes = [models.Index(fields=["paid_on"], name="payment_day")]

    @property
    def was_late(self) -> bool:
        return self.paid_on > self.instalment.due_on

    @property
    def reason(self) -> str:
        """Why a payment was taken back; nothing of a payment that stands."""
        said = getattr(self, "taken_back_because", None)
        return said.text if said else ""


class PaymentReason(models.Model):
    """Why a payment was taken back. Beside the ledger, which is never rewritten: words go when the file is destroyed,
    days and sums stay.
    """

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="payment_reasons")
    payment = models.OneToOneField(
        Payment, models.PROTECT, related_name="taken_back_because", verbose_name=_("payment")
    )
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason of a payment taken back")
        verbose_name_plural = _("reasons of payments taken back")

    def __str__(self) -> str:
        return f"#{self.payment_id}"


class PaymentShare(models.Model):
    """Which worker, by the claim, a part of a payment went to. The shares of a payment make up its amount."""

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="shares")
    claim = models.ForeignKey(ClaimItem, models.PROTECT, related_name="shares", verbose_name=_("claim"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("share of a payment")
        verbose_name_plural = _("shares of payments")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["payment", "claim"], name="one_share_per_payment_and_claim")]

    def __str__(self) -> str:
        return f"#{self.claim_id} {self.amount}"


class PaymentMention(models.Model):
    """Another file that names the same money: it points to the payment and is never counted beside it.

    One payment belongs to exactly one source, the deepest: the case before the document before the work order.
    """

    class Source(models.TextChoices):
        DOCUMENT = "document", _("Supervision document")
        ORDER = "order", _("Work order")
        REFERRAL = "referral", _("Referral")

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="mentions")
    source = models.CharField(_("source"), max_length=10, choices=Source.choices)
    number = models.CharField(_("number"), max_length=60)

    class Meta:
        verbose_name = _("mention of a payment")
        verbose_name_plural = _("mentions of payments")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["payment", "source", "number"], name="one_mention_per_payment_and_file")
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} {self.number}"


class FollowUpQuerySet(models.QuerySet[Any]):
    def open(self) -> FollowUpQuerySet:
        return self.filter(done_at=None)


class FollowUp(models.Model):
    """Something to be done about an instalment: ask before its day, on its day, or after it was missed."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", _("Remind of the payment")
        DEFAULT = "default", _("In default: offer payment order or enforcement")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="follow_ups")
    instalment = models.ForeignKey(Instalment, models.PROTECT, related_name="follow_ups", verbose_name=_("instalment"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    due_on = models.DateField(_("to be done on"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("done by")
    )
    note = models.TextField(_("note"), blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up of a payment")
        verbose_name_plural = _("follow-ups of payments")
        ordering = ("due_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["instalment", "kind", "due_on"], name="one_follow_up_per_instalment_and_day"
            )
        ]
        indexes = [models.Index(fields=["file"], name="follow_up_open", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.due_on}"
