"""What authorities have told this system: each message once, with what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.secrets.fields import EncryptedTextField
from organizations.models import Authority

from .referrals import Referral

if TYPE_CHECKING:
    from organizations.models import Officer


class IncomingMessageQuerySet(models.QuerySet["IncomingMessage"]):
    def visible_to(self, officer: Officer) -> Self:
        """Messages about the referrals the officer may know of; an authority keeps its own."""
        if officer.org is None:
            return self.none()
        return self.filter(referral__in=Referral.objects.visible_to(officer).values("pk"))

    def waiting(self) -> Self:
        """Told before what must precede it: it is taken up again when that has come."""
        return self.filter(state=IncomingMessage.State.WAITING)


class IncomingMessage(models.Model):
    """A message of an authority's system, as it came. No row is ever changed into another message or deleted."""

    class State(models.TextChoices):
        TAKEN = "taken", _("Taken up")
        WAITING = "waiting", _("Waits for an earlier message")
        LATE = "late", _("Came late, nothing was left to do")
        REFUSED = "refused", _("Refused")

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="messages", verbose_name=_("sending authority")
    )
    message_id = models.CharField(_("number of the message"), max_length=100)
    type = models.CharField(_("what is told"), max_length=30)
    body = EncryptedTextField(_("message as it came"))
    digest = models.CharField(_("SHA-256 of the message"), max_length=64)
    received_at = models.DateTimeField(_("received"))
    told_at = models.DateTimeField(_("time given by the sender"))
    state = models.CharField(_("what became of it"), max_length=8, choices=State.choices, blank=True)
    # Codes and the system's own words; never words of the sender.
    reason = models.CharField(_("why"), max_length=500, blank=True)
    referral = models.ForeignKey(
        Referral, models.PROTECT, null=True, blank=True, related_name="messages", verbose_name=_("referral")
    )

    objects = IncomingMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message of an authority")
        verbose_name_plural = _("messages of authorities")
        constraints = [models.UniqueConstraint(fields=["authority", "message_id"], name="one_message_per_number")]
        indexes = [models.Index(fields=["referral", "id"], name="message_waits", condition=models.Q(state="waiting"))]

    def __str__(self) -> str:
        return self.message_id
