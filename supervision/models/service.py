"""What happens to a document after it left the house: attempts to serve it, and replies."""

from __future__ import annotations

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_name
from casework.models import (
    AbstractAttachment,
    AbstractDeadline,
    AbstractEvent,
    AbstractExtension,
    AbstractPause,
    AppendOnly,
    Blob,
)
from organizations.models import Officer

from .addresses import AddressConfirmation
from .documents import SupervisionDocument

BETWEEN_NAMES = re.compile(r"[\u3001\uff0c,;\uff1b\s]+")


class DocumentEvent(AbstractEvent):
    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="events")


class DocumentDeadline(AbstractDeadline):
    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="deadlines")


class DocumentPause(AbstractPause):
    deadline = models.ForeignKey(DocumentDeadline, models.PROTECT, related_name="pauses")


class DocumentExtension(AbstractExtension):
    deadline = models.ForeignKey(DocumentDeadline, models.PROTECT, related_name="extensions")


class ServiceAttempt(models.Model):
    """One way the document was sent, kept in order. The scheme is borrowed from Civil Procedure Law arts 87 to 95."""

    class Method(models.TextChoices):
        DIRECT = "direct", _("Direct service")
        LEFT = "left", _("Left at the place")
        POSTAL = "postal", _("By post")
        ELECTRONIC = "electronic", _("Electronic service")
        PUBLIC_NOTICE = "public_notice", _("By public notice")

    class Outcome(models.TextChoices):
        PENDING = "pending", _("Under way")
        SERVED = "served", _("Served")
        REFUSED_LEFT = "refused_left", _("Refused, left at the place")
        RETURNED = "returned", _("Came back")

    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="service_attempts")
    method = models.CharField(_("method"), max_length=14, choices=Method.choices)
    address = models.CharField(_("address"), max_length=200)
    sent_on = models.DateField(_("sent on"))
    served_on = models.DateField(_("served on"), null=True, blank=True)
    received_by = models.CharField(_("received by"), max_length=60, blank=True)
    receiver_title = models.CharField(_("title of the receiver"), max_length=60, blank=True)
    witness_names = models.CharField(_("witnesses"), max_length=120, blank=True)
    tracking_no = models.CharField(_("tracking number"), max_length=60, blank=True)
    confirmation = models.ForeignKey(
        AddressConfirmation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attempts",
        verbose_name=_("confirmed electronic address"),
    )
    channel = models.CharField(_("place of publication"), max_length=150, blank=True)
    outcome = models.CharField(_("result"), max_length=12, choices=Outcome.choices, default=Outcome.PENDING)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("attempt at service")
        verbose_name_plural = _("attempts at service")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_method_display()} {self.sent_on}"

    @property
    def receiver_masked(self) -> str:
        return mask_name(self.received_by) if self.received_by else ""

    @property
    def witnesses_masked(self) -> str:
        """Witnesses are named on the receipt; here by their surnames."""
        names = [name for name in BETWEEN_NAMES.split(self.witness_names) if name]
        return " ".join(mask_name(name) for name in names)


class DocumentAttachment(AbstractAttachment):
    """A paper of the document, with its place in the file of the matter; `attempt` for the proof of one service."""

    class Place(models.TextChoices):
        SERVICE = "service", _("Proof of service")
        REPLY = "reply", _("Reply")
        VERIFICATION = "verification", _("Verification")

    place = models.CharField(_("place in the file"), max_length=12, choices=Place.choices, blank=True)
    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="attachments")
    attempt = models.ForeignKey(ServiceAttempt, models.PROTECT, null=True, blank=True, related_name="proofs")


class Sealing(models.Model):
    """The file with the seal, which stands for the document from then on. The hash of the one before is kept too."""

    class Manner(models.TextChoices):
        SAMPLE = "sample", _("Sample seal of the system")
        HANDED_IN = "handed_in", _("Sealed elsewhere and handed in")

    file = models.OneToOneField(SupervisionDocument, models.PROTECT, related_name="sealing")
    manner = models.CharField(_("way of sealing"), max_length=10, choices=Manner.choices)
    unsealed = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("file before the seal"))
    sealed = models.ForeignKey(Blob, models.PROTECT, related_name="+", verbose_name=_("file with the seal"))
    at = models.DateTimeField(_("sealed at"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("sealing")
        verbose_name_plural = _("sealings")

    def __str__(self) -> str:
        return f"{self.get_manner_display()} {self.sealed_id[:12]}"

    @property
    def is_sample(self) -> bool:
        return self.manner == self.Manner.SAMPLE


class Reply(models.Model):
    """A written answer of the employer or the authority. The first one decides whether it came in time."""

    class Stance(models.TextChoices):
        CORRECTED = "corrected", _("Reports the correction")
        PROMISED = "promised", _("Promises the correction")
        PARTLY = "partly", _("Accepts in part")
        REFUSED = "refused", _("Refuses")
        OBJECTED = "objected", _("Objects: finds the document wrong")
        DOCKETED = "docketed", _("Docketed by the authority")
        NOT_DOCKETED = "not_docketed", _("Not docketed, with reasons")

    file = models.ForeignKey(SupervisionDocument, models.PROTECT, related_name="replies")
    replied_on = models.DateField(_("received on"))
    stance = models.CharField(_("position"), max_length=12, choices=Stance.choices)
    summary = models.TextField(_("content"))
    is_late = models.BooleanField(_("after the next step was taken"), default=False)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ("replied_on", "pk")

    def __str__(self) -> str:
        return f"{self.replied_on} {self.get_stance_display()}"
