"""Calls and cases are two kinds of file: one call may concern several cases, one case several calls."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.models import DisputeCase
from hotline.querysets import LinkQuerySet
from organizations.models import Officer

from .calls import CallRecord


class CaseLink(models.Model):
    """A call that concerns a case which was not opened from it. A link that was wrong is ended, never deleted."""

    call = models.ForeignKey(CallRecord, models.PROTECT, related_name="case_links", verbose_name=_("call"))
    case = models.ForeignKey(DisputeCase, models.PROTECT, related_name="call_links", verbose_name=_("dispute case"))
    linked_at = models.DateTimeField(_("linked"))
    linked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("linked by"))
    ended_at = models.DateTimeField(_("link ended"), null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link of a call to a case")
        verbose_name_plural = _("links of calls to cases")
        ordering = ("linked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["call", "case"], condition=Q(ended_at=None), name="one_link_per_call_and_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.call_id} – {self.case_id}"
