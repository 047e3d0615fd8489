"""The agreement as it was signed, and how it is to be paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .cases import DisputeCase
from .choices import ChosenRoute


class MediationAgreement(models.Model):
    """What the parties agreed in writing, and the day it took effect."""

    file = models.OneToOneField(DisputeCase, models.PROTECT, related_name="agreement")
    terms = models.TextField(_("terms"))
    applicants_signed_on = models.DateField(_("signed by the applicants"))
    respondents_signed_on = models.DateField(_("signed by the respondents"))
    mediator_signed_on = models.DateField(_("signed by the mediator"), null=True, blank=True)
    seal_on = models.DateField(_("sealed by the organisation"), null=True, blank=True)
    effective_on = models.DateField(_("effective"))
    is_online = models.BooleanField(_("signed online by everybody"), default=False)
    breach = models.TextField(_("consequence of a breach"), blank=True)
    route = models.CharField(
        _("way chosen after the signatures"), max_length=24, choices=ChosenRoute.choices, blank=True
    )
    copies = models.PositiveSmallIntegerField(_("copies"), default=3)
    legal_check = models.TextField(_("why an entitlement protected by law comes to nothing"), blank=True)

    class Meta:
        verbose_name = _("mediation agreement")
        verbose_name_plural = _("mediation agreements")
        constraints = [
            models.CheckConstraint(
                name="agreement_effective_after_signatures",
                condition=Q(effective_on__gte=F("applicants_signed_on"))
                & Q(effective_on__gte=F("respondents_signed_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.effective_on}"

    @property
    def signed_on(self) -> date:
        """The day the second side signed: nothing can be owed under the agreement before."""
        return max(self.applicants_signed_on, self.respondents_signed_on)


class Instalment(models.Model):
    """A part of the agreed sum with its day. An agreed day never rolls to a working day."""

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="instalments")
    position = models.PositiveSmallIntegerField(_("no."))
    due_on = models.DateField(_("pay by"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)
    paid = models.DecimalField(_("paid (yuan)"), max_digits=14, decimal_places=2, default=0)
    settled_on = models.DateField(_("paid in full on"), null=True, blank=True)

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="one_instalment_per_position"),
            models.CheckConstraint(name="instalment_above_zero", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="instalment_paid_within_amount", condition=Q(paid__gte=0) & Q(paid__lte=F("amount"))
            ),
            models.CheckConstraint(
                name="instalment_settled_when_paid",
                condition=Q(settled_on=None, paid__lt=F("amount")) | Q(settled_on__isnull=False, paid=F("amount")),
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="instalment_open", condition=Q(settled_on=None))]

    def __str__(self) -> str:
        return f"{self.position}. {self.due_on} {self.amount}"

    @property
    def left(self) -> Decimal:
        return self.amount - self.paid

    @property
    def was_late(self) -> bool:
        return self.settled_on is not None and self.settled_on > self.due_on
