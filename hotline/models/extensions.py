"""More time for an order: what the case officer asked for, and what the leader said."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hotline.querysets import RequestQuerySet
from organizations.models import Officer

from .orders import WorkOrder


class ExtensionRequest(models.Model):
    """Days asked for, with the reason; the caller has been told. `granted` is empty until somebody decides."""

    order = models.ForeignKey(
        WorkOrder, models.PROTECT, related_name="extension_requests", verbose_name=_("work order")
    )
    days = models.PositiveSmallIntegerField(_("more working days"))
    reason = models.TextField(_("reason"))
    asked_at = models.DateTimeField(_("asked"))
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    granted = models.BooleanField(_("granted"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    answer = models.TextField(_("reason of the decision"), blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for an extension")
        verbose_name_plural = _("requests for an extension")
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=Q(granted=None), name="one_open_extension_request_per_order"
            )
        ]

    def __str__(self) -> str:
        return f"+{self.days}"
