"""A telephone call as the exchange tells it, and the messages it told it by."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_phone
from casework.secrets.fields import BlindIndexed, BlindIndexField, EncryptedTextField
from hotline.models.calls import CallRecord, phone_key
from hotline.models.exchanges import Exchange
from hotline.querysets.lines import LineCallQuerySet, LineEventQuerySet
from organizations.models import Officer


class LineCall(BlindIndexed):
    """A telephone call as the exchange saw it. All columns but the last ones follow from its events, in any order."""

    class Reason(models.TextChoices):
        SILENT = "silent", _("Nobody speaks")
        GIVEN_UP = "given_up", _("Caller gave up")
        REACHED = "reached", _("Called back, settled")
        UNREACHABLE = "unreachable", _("Called back, not reached")
        INTERNAL = "internal", _("Internal or test call")
        ELSEWHERE = "elsewhere", _("Registered by hand")

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="calls", verbose_name=_("telephone exchange"))
    key = models.CharField(_("number of the call at the exchange"), max_length=100)
    scope = models.CharField(_("scope"), max_length=60)
    line = models.CharField(_("line"), max_length=30, blank=True)
    caller_phone = EncryptedTextField(_("number of the caller"), blank=True)
    phone_index = BlindIndexField(of="caller_phone", normalise=phone_key, db_index=False)
    caller_told_at = models.DateTimeField(_("number told by the event of"), null=True)
    extension = models.CharField(_("extension"), max_length=16, blank=True)
    officer = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="line_calls", verbose_name=_("officer")
    )
    began_at = models.DateTimeField(_("call began"))
    rang_at = models.DateTimeField(_("began to ring"), null=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    ring_seconds = models.PositiveIntegerField(_("seconds of ringing"), null=True)
    talk_seconds = models.PositiveIntegerField(_("seconds of talking"), null=True)
    transferred_to = models.CharField(_("transferred to"), max_length=16, blank=True)
    recording_key = models.CharField(_("recording key"), max_length=200, blank=True)
    never_ended = models.BooleanField(_("closed without an end being told"), default=False)
    record = models.OneToOneField(
        CallRecord, models.PROTECT, null=True, blank=True, related_name="line_call", verbose_name=_("call")
    )
    reason = models.CharField(_("why it is not registered"), max_length=12, choices=Reason.choices, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    accounted_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("accounted for by")
    )
    accounted_at = models.DateTimeField(_("accounted for"), null=True, blank=True)

    objects = LineCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("telephone call")
        verbose_name_plural = _("telephone calls")
        constraints = [
            models.UniqueConstraint(fields=["exchange", "key"], name="one_line_call_per_key"),
            models.CheckConstraint(
                name="line_call_accounted_with_reason_and_person",
                condition=Q(reason="", accounted_by=None, accounted_at=None)
                | (~Q(reason="") & Q(accounted_by__isnull=False, accounted_at__isnull=False)),
            ),
            models.CheckConstraint(name="line_call_registered_or_accounted", condition=Q(record=None) | Q(reason="")),
        ]
        indexes = [
            models.Index(
                fields=["scope", "-id"],
                name="line_unregistered",
                opclasses=["varchar_pattern_ops", "int8_ops"],
                condition=Q(record=None, reason=""),
            ),
            models.Index(
                fields=["scope", "began_at"], name="line_begun", opclasses=["varchar_pattern_ops", "timestamptz_ops"]
            ),
            models.Index(fields=["began_at"], name="line_running", condition=Q(ended_at=None, never_ended=False)),
            models.Index(fields=["officer", "-began_at"], name="line_of_officer"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("hotline:line", args=[self.pk])

    @property
    def draft_key(self) -> str:
        return f"calls/line-{self.pk}"

    @property
    def form_url(self) -> str:
        """A new intake for this call; never a number in an address."""
        return reverse("hotline:calls-new", query={"line": self.pk})

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None or self.never_ended

    @property
    def is_ringing(self) -> bool:
        return self.answered_at is None and not self.is_over

    @property
    def is_talking(self) -> bool:
        return self.answered_at is not None and not self.is_over

    @property
    def is_missed(self) -> bool:
        return self.answered_at is None and self.is_over

    @property
    def is_open(self) -> bool:
        """Nobody has registered it or said why not."""
        return self.record_id is None and not self.reason

    @property
    def phone_label(self) -> str:
        return mask_phone(self.caller_phone) if self.caller_phone else gettext("Number withheld")

    @property
    def state_tone(self) -> str:
        if self.is_over:
            return "danger" if self.is_missed else "neutral"
        return "warning" if self.is_ringing else "success"

    def get_state_display(self) -> str:
        if self.is_ringing:
            return gettext("Ringing")
        if self.is_talking:
            return gettext("On the line")
        if self.never_ended:
            return gettext("No end was told")
        return gettext("Missed") if self.is_missed else gettext("Hung up")

    def talked(self, at: datetime) -> int | None:
        """Seconds of talking so far; None where no answer was told."""
        if self.talk_seconds is not None or self.answered_at is None:
            return self.talk_seconds
        return None if self.is_over else seconds_between(self.answered_at, at)


def seconds_between(begin: datetime, end: datetime) -> int:
    """Whole seconds, never less than none: two clocks may differ."""
    return max(round((end - begin) / timedelta(seconds=1)), 0)


class LineEvent(models.Model):
    """One message of an exchange, kept as it came but for the caller's number: it may never be changed."""

    class Kind(models.TextChoices):
        RINGING = "ringing", _("Ringing")
        ANSWERED = "answered", _("Answered")
        TRANSFERRED = "transferred", _("Transferred")
        HUNG_UP = "hung_up", _("Hung up")

    call = models.ForeignKey(LineCall, models.PROTECT, related_name="events", verbose_name=_("telephone call"))
    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="events", verbose_name=_("telephone exchange"))
    webhook_id = models.CharField(_("number of the message"), max_length=100)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("instant"))
    received_at = models.DateTimeField(_("received here"))
    extension = models.CharField(_("extension"), max_length=16, blank=True)
    transferred_to = models.CharField(_("transferred to"), max_length=16, blank=True)
    line = models.CharField(_("line"), max_length=30, blank=True)
    recording_key = models.CharField(_("recording key"), max_length=200, blank=True)

    objects = LineEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("message of an exchange")
        verbose_name_plural = _("messages of exchanges")
        constraints = [models.UniqueConstraint(fields=["exchange", "webhook_id"], name="one_event_per_message")]
        indexes = [models.Index(fields=["exchange", "-received_at"], name="line_event_last")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def reaches(self) -> str:
        """The extension that has the call after this event; empty for an end."""
        match self.kind:
            case self.Kind.TRANSFERRED:
                return self.transferred_to
            case self.Kind.HUNG_UP:
                return ""
        return self.extension
