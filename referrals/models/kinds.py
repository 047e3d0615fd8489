"""The kinds of referral as data: who gets it, which clocks run, how it may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Authority

if TYPE_CHECKING:
    from organizations.models import Officer


class ReferralKindQuerySet(models.QuerySet["ReferralKind"]):
    def visible_to(self, officer: Officer) -> Self:
        """The list of kinds is public: everybody signed in may read it."""
        return self.all()

    def outgoing(self) -> Self:
        """The kinds a union sends."""
        return self.filter(direction__in=[ReferralKind.Direction.OUT, ReferralKind.Direction.BOTH])


class ReferralKind(models.Model):
    """One row per kind of business with a partner. Periods are named by the code of their deadline rule."""

    class Direction(models.TextChoices):
        OUT = "out", _("Outgoing")
        IN = "in", _("Incoming")
        BOTH = "both", _("Both ways")
        INTERNAL = "internal", _("Within the union")

    class Start(models.TextChoices):
        SENT = "sent", _("The day it was sent")
        ACCEPTED = "accepted", _("The day the authority took it on")

    code = models.CharField(_("code"), max_length=30, primary_key=True)
    label = models.CharField(_("name of the kind"), max_length=60)
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices)
    authority_kind = models.CharField(_("addressee"), max_length=15, choices=Authority.Kind.choices, blank=True)
    ack_rule = models.CharField(_("period for signing"), max_length=50)
    urgent_ack_rule = models.CharField(_("period for signing, urgent"), max_length=50, blank=True)
    decision_rule = models.CharField(_("period for taking it on"), max_length=50, blank=True)
    result_rule = models.CharField(_("period for the result"), max_length=50)
    result_from = models.CharField(_("result counted from"), max_length=8, choices=Start.choices, default=Start.SENT)
    needs_approval = models.BooleanField(_("a leader approves it"), default=True)
    needs_papers = models.BooleanField(_("papers must go with it"), default=False)
    outcomes = models.JSONField(_("outcomes (code and name)"), default=list)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ReferralKindQuerySet.as_manager()

    class Meta:
        verbose_name = _("kind of referral")
        verbose_name_plural = _("kinds of referral")
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.label

    def outcome_label(self, code: str) -> str:
        """The name of an outcome; the code itself when the table no longer has it."""
        return str(dict(self.outcomes).get(code, code))
