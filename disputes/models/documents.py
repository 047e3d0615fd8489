"""What was issued in a case: which version of which template, when, and the very bytes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import AppendOnly, DocumentTemplate
from organizations.models import Officer

from .cases import DisputeCase
from .history import DisputeAttachment
from .meetings import MediationMeeting
from .parties import Party


class CaseDocument(models.Model):
    """A document as it was issued. A later one takes its place, none is ever changed: a trigger says so too."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind of document"), max_length=30)
    template = models.ForeignKey(DocumentTemplate, models.PROTECT, related_name="+", verbose_name=_("template"))
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person or unit served")
    )
    meeting = models.ForeignKey(
        MediationMeeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("mediation meeting")
    )
    pdf = models.OneToOneField(DisputeAttachment, models.PROTECT, related_name="+", verbose_name=_("PDF"))
    word = models.OneToOneField(DisputeAttachment, models.PROTECT, related_name="+", verbose_name=_("Word file"))
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("issued by officer"))

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("document of a case")
        verbose_name_plural = _("documents of cases")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"
