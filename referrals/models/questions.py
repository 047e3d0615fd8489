"""What an authority asks back, and what the union answers: kept on both sides."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .referrals import Referral


class ReferralQuestionQuerySet(models.QuerySet["ReferralQuestion"]):
    def unanswered(self) -> ReferralQuestionQuerySet:
        return self.filter(answered_at=None)


class ReferralQuestion(models.Model):
    """A question stops no clock: the authority may go on meanwhile."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="questions", verbose_name=_("referral"))
    text = models.TextField(_("question"))
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("who asked"))
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answer given at"), null=True)
    answered_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name=_("who answered")
    )

    objects = ReferralQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of an authority")
        verbose_name_plural = _("questions of authorities")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="answer_is_whole",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
            )
        ]
        indexes = [models.Index(fields=["referral"], name="question_open", condition=Q(answered_at=None))]

    def __str__(self) -> str:
        return f"#{self.pk}"
