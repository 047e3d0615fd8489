"""What happens between acceptance and the end: papers asked for, meetings, a mediator stepping back."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models import Officer

from .cases import DisputeCase


class SupplementRequest(models.Model):
    """The one list of what is missing; the clocks stand still until it comes."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="supplement_requests")
    missing = models.TextField(_("missing papers"))
    asked_on = models.DateField(_("asked on"))
    supplied_on = models.DateField(_("supplied on"), null=True, blank=True)

    class Meta:
        verbose_name = _("request for papers")
        verbose_name_plural = _("requests for papers")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.asked_on}"


class Recusal(models.Model):
    """Why a mediator does not mediate this case (Supreme Court rules on invited mediation art. 15)."""

    class Ground(models.TextChoices):
        RELATIVE = "relative", _("Near relative of a party or its representative")
        INTEREST = "interest", _("Interested in the outcome")
        RELATION = "relation", _("Otherwise related so that fairness may suffer")

    class AskedBy(models.TextChoices):
        MEDIATOR = "mediator", _("The mediator")
        APPLICANT = "applicant", _("Applicant")
        RESPONDENT = "respondent", _("Respondent")

    class Decision(models.TextChoices):
        GRANTED = "granted", _("The mediator steps back")
        REFUSED = "refused", _("No ground was found, the mediator stays")
        KEPT = "kept", _("Both parties consent to keep the mediator")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="recusals")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("mediator"))
    ground = models.CharField(_("ground"), max_length=10, choices=Ground.choices)
    asked_by = models.CharField(_("asked by"), max_length=10, choices=AskedBy.choices)
    decided_on = models.DateField(_("decided on"))
    decision = models.CharField(
        _("decision on the recusal"), max_length=8, choices=Decision.choices, default=Decision.GRANTED
    )

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.decided_on} {self.get_ground_display()}"


class MediationMeeting(models.Model):
    """A meeting with the parties. It is not public, and concessions made in it are no evidence later."""

    class Manner(models.TextChoices):
        ON_SITE = "on_site", _("In person")
        ONLINE = "online", _("By video")
        SEPARATE = "separate", _("Separately with each side")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="meetings")
    held_on = models.DateField(_("held on"))
    manner = models.CharField(_("manner"), max_length=10, choices=Manner.choices, default=Manner.ON_SITE)
    place = models.CharField(_("place"), max_length=100, blank=True)
    rights_read = models.BooleanField(_("rights, rules and effect of an agreement explained"))
    parties_present = models.BooleanField(_("both sides present or represented in writing"))
    minutes = models.TextField(_("minutes"))
    pages = models.PositiveSmallIntegerField(_("pages signed"), null=True, blank=True)
    signed_on = models.DateField(_("minutes signed on"), null=True, blank=True)
    signed_paper = models.ForeignKey(
        "disputes.DisputeAttachment", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper")
    )

    class Meta:
        verbose_name = _("mediation meeting")
        verbose_name_plural = _("mediation meetings")
        ordering = ("held_on", "pk")
        constraints = [
            models.CheckConstraint(
                name="signed_minutes_have_pages_and_paper",
                condition=Q(signed_on=None) | Q(pages__gte=1, signed_paper__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_on}"
