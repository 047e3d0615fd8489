"""What was agreed, when it falls due, and what was really paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import AbstractRecovery

from .cases import DisputeCase


class MediationAgreement(models.Model):
    """The written agreement (Mediation and Arbitration Law art. 14)."""

    class Route(models.TextChoices):
        NONE = "none", _("None chosen yet")
        JUDICIAL_CONFIRMATION = "judicial_confirmation", _("Judicial confirmation")
        ARBITRAL_REVIEW = "arbitral_review", _("Arbitral review")

    case = models.OneToOneField(DisputeCase, models.CASCADE, related_name="agreement", verbose_name=_("case"))
    terms = models.TextField(_("terms"))
    breach = models.TextField(_("consequence of a breach"), blank=True)
    route = models.CharField(_("route after the agreement"), max_length=24, choices=Route.choices, default=Route.NONE)
    applicant_signed_on = models.DateField(_("applicant signed on"))
    respondent_signed_on = models.DateField(_("respondent signed on"))
    mediator_signed_on = models.DateField(_("mediator signed on"))
    sealed_on = models.DateField(_("sealed on"))

    class Meta:
        verbose_name = _("mediation agreement")
        verbose_name_plural = _("mediation agreements")

    def __str__(self) -> str:
        return str(self.case)

    @property
    def effective_on(self) -> date:
        """The day of the last required signature or of the seal, whichever came last."""
        days = (self.applicant_signed_on, self.respondent_signed_on, self.mediator_signed_on, self.sealed_on)
        return max(days)


class Instalment(models.Model):
    """A part of the agreed sum with the day agreed for it. An agreed day does not roll past a holiday."""

    case = models.ForeignKey(DisputeCase, models.CASCADE, related_name="instalments", verbose_name=_("case"))
    due_on = models.DateField(_("due on"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ("due_on", "pk")
        constraints = [models.CheckConstraint(name="instalments_are_money", condition=Q(amount__gt=0))]

    def __str__(self) -> str:
        return f"{self.due_on} {self.amount}"

    @property
    def paid(self) -> Decimal:
        return sum((payment.amount for payment in self.payments.all()), Decimal(0))

    @property
    def outstanding(self) -> Decimal:
        return self.amount - self.paid


class Payment(AbstractRecovery):
    """Money a worker really received: a row of the ledger of losses recovered."""

    file = models.ForeignKey(DisputeCase, models.CASCADE, related_name="payments", verbose_name=_("case"))
    instalment = models.ForeignKey(
        Instalment, models.PROTECT, null=True, blank=True, related_name="payments", verbose_name=_("instalment")
    )
    proof = models.CharField(_("proof"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ("paid_on", "pk")
        constraints = [models.CheckConstraint(name="payments_are_money", condition=Q(amount__gt=0))]
        indexes = [models.Index(fields=["paid_on"], name="payment_day")]
