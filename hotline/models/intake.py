"""What a call sheet asks besides the caller and the request: about the workplace, the matter and the line.

Everything here may stay empty. Each abstract class is one folded group of the call screen.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hotline import codes

from .caller import CallerDetails
from .sheet import Sheet


class WorkplaceDetails(Sheet):
    """What is known of the employer besides its name."""

    class SizeBand(models.TextChoices):
        MICRO = "1_9", _("1 to 9")
        SMALL = "10_49", _("10 to 49")
        MEDIUM = "50_99", _("50 to 99")
        LARGE = "100_299", _("100 to 299")
        LARGER = "300_999", _("300 to 999")
        GREAT = "1000_up", _("1,000 and more")

    WORKPLACE: ClassVar[tuple[str, ...]] = ("industry", "size_band", "employer_has_union")

    industry = models.CharField(_("industry"), max_length=1, choices=codes.industries, blank=True)
    size_band = models.CharField(_("people employed"), max_length=8, choices=SizeBand.choices, blank=True)
    employer_has_union = models.BooleanField(_("employer has a union"), null=True, blank=True)

    class Meta:
        abstract = True


class MatterDetails(Sheet):
    """When it happened, what can be proved, who deals with it already, and how much it hurries."""

    class OtherBody(models.TextChoices):
        ARBITRATION = "arbitration", _("Arbitration commission")
        COURT = "court", _("Court")
        INSPECTION = "inspection", _("Labour inspection")
        PETITION = "petition", _("Petition office")
        POLICE = "police", _("Police")
        OTHER = "other", pgettext_lazy("body", "Another body")

    class Urgency(models.TextChoices):
        ORDINARY = "ordinary", pgettext_lazy("urgency", "Ordinary")
        URGENT = "urgent", _("Urgent")
        DANGER = "danger", _("Danger to life or limb")

    MATTER: ClassVar[tuple[str, ...]] = (
        "occurred_from",
        "occurred_to",
        "evidence",
        "other_body",
        "other_body_number",
        "emotional_risk",
    )

    occurred_from = models.DateField(_("happened from"), null=True, blank=True)
    occurred_to = models.DateField(_("happened until"), null=True, blank=True)
    evidence = models.TextField(_("evidence the caller has"), blank=True)
    other_body = models.CharField(_("already with another body"), max_length=12, choices=OtherBody.choices, blank=True)
    other_body_number = models.CharField(_("its file number"), max_length=60, blank=True)
    urgency = models.CharField(_("urgency"), max_length=8, choices=Urgency.choices, default=Urgency.ORDINARY)
    emotional_risk = models.BooleanField(_("caller in distress"), default=False)

    class Meta:
        abstract = True

    @property
    def hurries(self) -> bool:
        return self.urgency != self.Urgency.ORDINARY


class LineDetails(Sheet):
    """Over which line it came, and where the recording lies."""

    class PassedOnBy(models.TextChoices):
        GOVERNMENT = "12345", _("12345 government hotline")
        LABOUR = "12333", _("12333 labour hotline")
        OTHER = "other", pgettext_lazy("hotline", "Another hotline")

    LINE: ClassVar[tuple[str, ...]] = ("line", "passed_on_by", "recording_key", "notice_version")

    line = models.CharField(_("line"), max_length=30, blank=True)
    recording_key = models.CharField(_("recording"), max_length=100, blank=True)
    passed_on_by = models.CharField(_("passed on by"), max_length=8, choices=PassedOnBy.choices, blank=True)

    class Meta:
        abstract = True


class Intake(CallerDetails, WorkplaceDetails, MatterDetails, LineDetails):
    """The whole sheet."""

    class Meta:
        abstract = True


def sheet_constraints() -> list[models.BaseConstraint]:
    """What must hold of every sheet."""
    return [
        models.CheckConstraint(
            name="call_ends_no_earlier_than_it_happened",
            condition=Q(occurred_from=None) | Q(occurred_to=None) | Q(occurred_to__gte=F("occurred_from")),
        ),
        models.CheckConstraint(name="authority_is_that_of_somebody_else", condition=Q(authority="") | ~Q(relation="")),
    ]
