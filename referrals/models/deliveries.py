"""The outbox: what is still to be handed to an authority, and every attempt to do so."""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from organizations.models import Authority
from referrals.causes import in_words
from referrals.clock import ClockTimestamp
from referrals.outbox import DeliveryQuerySet

from .referrals import CARRIED, Referral

PATIENCE = timedelta(days=10)
NONE_OF = {"done_at": None, "parked_at": None, "cancelled_at": None}


def message_id() -> uuid.UUID:
    """A UUID of version 7 (RFC 9562): sorts by time, and is the same on every attempt."""
    raw = time.time_ns() // 1_000_000 << 80 | secrets.randbits(80)
    raw = raw & ~(0xF << 76) | 7 << 76
    raw = raw & ~(3 << 62) | 2 << 62
    return uuid.UUID(int=raw)


def digest_of(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


class Delivery(models.Model):
    """One message to one authority, written in the transaction of its cause. No row is ever deleted.

    It is pending, or one of delivered (`done_at`), parked in front of a person (`parked_at`), or withdrawn by a
    person (`cancelled_at`). A lease counts until `leased_until`; `next_attempt_at` says since when it is due. The body
    is kept sealed, as it is sent; its digest and the message's own number never change (a trigger sees to it).
    """

    class Matter(models.TextChoices):
        REFERRAL = "referral.sent", _("Referral")
        RECALL = "referral.recalled", _("Notice of a recall")
        RECEIPT = "referral.received", _("Receipt")
        ACCEPTED = "referral.accepted", _("Taken on")
        RETURNED = "referral.returned", _("Sent back")
        RESULT = "referral.result", _("Result")
        LINK = "referral.link", _("New link")

    class Parked(models.TextChoices):
        EXHAUSTED = "exhausted", _("Ten days of attempts in vain")
        GONE = "gone", _("The receiving system takes no messages any more")
        CARRIED = "carried", _("Made, and waiting to be carried there")
        ALTERED = "altered", _("What is kept differs from what was approved")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="deliveries", verbose_name=_("referral"))
    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="deliveries", verbose_name=_("receiving authority")
    )
    message_id = models.UUIDField(_("message"), default=message_id, unique=True, editable=False)
    matter = models.CharField(_("what is told"), max_length=20, choices=Matter.choices, default=Matter.REFERRAL)
    authority_kind = models.CharField(_("queue"), max_length=15, choices=Authority.Kind.choices)
    channel = models.CharField(_("way of delivery"), max_length=10, choices=Referral.Channel.choices)
    source = models.CharField(_("source file"), max_length=30)
    body = EncryptedTextField(_("what is sent"))
    digest = models.CharField(_("SHA-256 of what is sent"), max_length=64)
    queued_at = models.DateTimeField(_("queued"))
    next_attempt_at = models.DateTimeField(_("next attempt"), db_default=ClockTimestamp())
    give_up_at = models.DateTimeField(_("tried until"), db_default=ClockTimestamp() + PATIENCE)
    lease = models.UUIDField(_("lease"), null=True)
    leased_until = models.DateTimeField(_("leased until"), null=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    done_at = models.DateTimeField(_("delivered"), null=True)
    parked_at = models.DateTimeField(_("parked"), null=True)
    parked_reason = models.CharField(_("why it was given up"), max_length=10, choices=Parked.choices, blank=True)
    passed_at = models.DateTimeField(_("later messages let past"), null=True)
    cancelled_at = models.DateTimeField(_("withdrawn"), null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.CheckConstraint(
                name="delivery_ends_one_way",
                condition=Q(done_at=None, parked_at=None)
                | Q(done_at=None, cancelled_at=None)
                | Q(parked_at=None, cancelled_at=None),
            ),
            models.CheckConstraint(
                name="delivery_parked_for_a_reason", condition=Q(parked_at=None) | ~Q(parked_reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "next_attempt_at", "id"], name="delivery_due", condition=Q(**NONE_OF)),
            models.Index(
                fields=["authority", "leased_until"],
                name="delivery_under_way",
                condition=Q(**NONE_OF, lease__isnull=False),
            ),
            models.Index(fields=["source", "id"], name="delivery_order", condition=Q(done_at=None, cancelled_at=None)),
            models.Index(fields=["parked_at"], name="delivery_parked", condition=Q(parked_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.message_id)

    @property
    def payload(self) -> bytes:
        """The very bytes that are sent and signed, on every attempt the same."""
        return str(self.body).encode()

    @property
    def is_unaltered(self) -> bool:
        return digest_of(self.body) == self.digest

    @property
    def is_carried(self) -> bool:
        """Whether a person takes it there."""
        return self.channel in CARRIED


class DeliveryAttempt(models.Model):
    """Written before the send and completed after it: one without a result was cut off and is uncertain."""

    class Outcome(models.TextChoices):
        UNCERTAIN = "", _("Uncertain")
        SENT = "sent", _("Delivered")
        FAILED = "failed", _("Failed")
        READY = "ready", _("Ready to be carried")

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="tries", verbose_name=_("delivery"))
    n = models.PositiveIntegerField(_("attempt"))
    started_at = models.DateTimeField(_("begun"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    outcome = models.CharField(_("result"), max_length=6, choices=Outcome.choices, blank=True)
    status = models.PositiveSmallIntegerField(_("status of the answer"), null=True)
    error = models.CharField(_("cause"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ("delivery", "n")
        constraints = [models.UniqueConstraint(fields=["delivery", "n"], name="attempts_are_counted")]

    def __str__(self) -> str:
        return f"#{self.delivery_id}.{self.n}"

    @property
    def cause(self) -> str:
        return in_words(self.error)


class InboxEntry(models.Model):
    """The referral lies on the authority's desk. However often it is sent, it lies there once."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="inbox", verbose_name=_("receiving authority")
    )
    referral = models.OneToOneField(Referral, models.PROTECT, related_name="inbox_entry", verbose_name=_("referral"))
    received_at = models.DateTimeField(_("laid on the desk"))

    class Meta:
        verbose_name = _("received referral")
        verbose_name_plural = _("received referrals")

    def __str__(self) -> str:
        return f"#{self.referral_id}"
