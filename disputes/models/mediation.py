"""Meetings, and mediators who may not act."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase


class MediationMeeting(models.Model):
    """A meeting that was held, with who came and whether the rights were read."""

    class Manner(models.TextChoices):
        ON_SITE = "on_site", _("On site")
        ONLINE = "online", _("Online")

    case = models.ForeignKey(DisputeCase, models.CASCADE, related_name="meetings", verbose_name=_("case"))
    held_on = models.DateField(_("held on"))
    manner = models.CharField(_("manner"), max_length=8, choices=Manner.choices, default=Manner.ON_SITE)
    place = models.CharField(_("place"), max_length=100, blank=True)
    rights_read = models.BooleanField(_("rights and duties were read"), default=False)
    applicant_present = models.BooleanField(_("applicant present or represented"), default=False)
    respondent_present = models.BooleanField(_("respondent present or represented"), default=False)
    minutes = models.TextField(_("minutes"))

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("held_on", "pk")

    def __str__(self) -> str:
        return str(self.held_on)


class Recusal(models.Model):
    """A mediator who may not act in this case, with the ground (People's court rules on invited mediators, art. 15)."""

    case = models.ForeignKey(DisputeCase, models.CASCADE, related_name="recusals", verbose_name=_("case"))
    mediator = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("mediator"))
    decided_on = models.DateField(_("decided on"))
    ground = models.TextField(_("ground"))

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")

    def __str__(self) -> str:
        return str(self.decided_on)
