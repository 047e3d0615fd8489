"""What follows when an order is late: chases, presses with their reports, and the weekly circular."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hotline.querysets import CircularQuerySet, OrderPartQuerySet
from organizations.models import Duty, Officer, UnionOrg

from .orders import OrderDeadline, WorkOrder

WEEK = timedelta(days=7)


class Chase(models.Model):
    """A written chase to the head of the unit whose clock ran out; one for each clock."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, related_name="chases", verbose_name=_("work order"))
    deadline = models.OneToOneField(OrderDeadline, models.PROTECT, related_name="chase", verbose_name=_("deadline"))
    unit = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("unit"))
    addressee = models.CharField(_("addressee"), max_length=24, choices=Duty.choices)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = OrderPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("written chase")
        verbose_name_plural = _("written chases")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.deadline}"

    def get_absolute_url(self) -> str:
        return reverse("hotline:work-orders-chase", args=[self.order_id, self.pk])


class ProgressReport(models.Model):
    """What the unit reports, once a week, about an order that is pressed."""

    order = models.ForeignKey(WorkOrder, models.PROTECT, related_name="reports", verbose_name=_("work order"))
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))
    text = models.TextField(_("progress"))

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"#{self.pk}"


class Circular(models.Model):
    """The orders that were far behind when a week (Monday to Sunday) ended. Frozen when it is issued."""

    org = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("organisation"))
    scope = models.CharField(_("scope"), max_length=60)
    week_from = models.DateField(_("week from"))
    issued_at = models.DateTimeField(_("issued"))
    issued_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("officer"))

    objects = CircularQuerySet.as_manager()

    class Meta:
        verbose_name = _("weekly circular")
        verbose_name_plural = _("weekly circulars")
        constraints = [models.UniqueConstraint(fields=["org", "week_from"], name="one_circular_per_org_and_week")]
        indexes = [
            models.Index(fields=["scope", "-id"], name="circular_list", opclasses=["varchar_pattern_ops", "int8_ops"])
        ]

    def __str__(self) -> str:
        return f"{self.week_from} – {self.week_to}"

    @property
    def week_to(self) -> date:
        return self.week_from + WEEK - timedelta(days=1)

    def get_absolute_url(self) -> str:
        return reverse("hotline:circular", args=[self.pk])


class CircularEntry(models.Model):
    """One order as it stood on the last day of the week."""

    circular = models.ForeignKey(Circular, models.PROTECT, related_name="entries", verbose_name=_("weekly circular"))
    order = models.ForeignKey(WorkOrder, models.PROTECT, related_name="listings", verbose_name=_("work order"))
    unit = models.ForeignKey(UnionOrg, models.PROTECT, related_name="+", verbose_name=_("unit"))
    rule = models.CharField(_("deadline"), max_length=60)
    due_on = models.DateField(_("due"))
    days_late = models.PositiveSmallIntegerField(_("working days late"))

    class Meta:
        verbose_name = _("order in a circular")
        verbose_name_plural = _("orders in a circular")
        ordering = ("unit", "-days_late", "pk")
        constraints = [models.UniqueConstraint(fields=["circular", "order"], name="one_line_per_order_and_circular")]

    def __str__(self) -> str:
        return f"{self.circular} {self.order_id}"
