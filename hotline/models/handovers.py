"""A call goes over to a colleague."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hotline.models.lines import LineCall
from hotline.querysets.lines import HandoverQuerySet
from organizations.models import Officer


class Handover(models.Model):
    """A call and the half-filled form of it, offered to a colleague. Until it is accepted nothing has moved."""

    KEPT = "calls/handover-"  # how the draft of a form begins that was taken over without a telephone call

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Taken over")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    call = models.ForeignKey(
        LineCall, models.PROTECT, null=True, blank=True, related_name="handovers", verbose_name=_("telephone call")
    )
    sender = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("from"))
    receiver = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("to"))
    draft_key = models.CharField(_("form"), max_length=100)
    offered_at = models.DateTimeField(_("offered"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("handover of a call")
        verbose_name_plural = _("handovers of calls")
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "draft_key"], condition=Q(answer=""), name="one_offer_of_a_form_at_a_time"
            ),
            models.CheckConstraint(name="handover_goes_to_somebody_else", condition=~Q(sender=F("receiver"))),
            models.CheckConstraint(
                name="handover_answered_at_an_instant",
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["receiver"], name="handover_offered", condition=Q(answer=""))]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("hotline:handover", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return not self.answer

    @property
    def kept_key(self) -> str:
        """Under which the receiver goes on: that of the telephone call, else one of its own."""
        return self.draft_key if self.call_id else f"{self.KEPT}{self.pk}"

    @property
    def form_url(self) -> str:
        """Where the receiver goes on with the form."""
        named = {"line": self.call_id} if self.call_id else {"handover": self.pk}
        return reverse("hotline:calls-new", query=named)
