"""An agreement before it is signed: what it will say, term by term, and who has signed it since."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.masking import mask_bank_card
from casework.models import AppendOnly
from casework.secrets.fields import EncryptedTextField
from organizations.models import Officer

from .cases import DisputeCase
from .choices import ChosenRoute
from .parties import Party


class AgreementDraft(models.Model):
    """What the parties are about to sign. It is rewritten until they do; nothing is owed under it.

    The sums on the claims wait here as typed, `[{"claim": 1, "amount": "112000.00"}]`: nothing adds them up before
    the signatures make them sums of the case.
    """

    file = models.OneToOneField(DisputeCase, models.PROTECT, related_name="agreement_draft")
    agreed: Any = models.JSONField(_("agreed on each claim"), default=list)
    further_terms = models.TextField(_("further terms"), blank=True)
    breach = models.TextField(_("consequence of a breach"), blank=True)
    route = models.CharField(
        _("way chosen after the signatures"), max_length=24, choices=ChosenRoute.choices, blank=True
    )
    copies = models.PositiveSmallIntegerField(_("copies"), default=3)
    legal_check = models.TextField(_("why an entitlement protected by law comes to nothing"), blank=True)
    drafted_at = models.DateTimeField(_("drafted"))
    drafted_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name=_("drafted by"))

    class Meta:
        verbose_name = _("draft of an agreement")
        verbose_name_plural = _("drafts of agreements")

    def __str__(self) -> str:
        return f"#{self.file_id}"


class AgreementTerm(models.Model):
    """One obligation: who does what, for how much, by which day (People's Mediation Law art. 29)."""

    class Kind(models.TextChoices):
        PAYMENT = "payment", _("Payment of a sum")
        MONTHLY_WAGE = "monthly_wage", _("Wage per month")
        ACT = "act", _("Another act")

    class Debtor(models.TextChoices):
        RESPONDENT = "respondent", _("The respondent")
        APPLICANT = "applicant", _("The applicant")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="agreement_terms")
    position = models.PositiveSmallIntegerField(_("no."))
    debtor = models.CharField(_("who"), max_length=12, choices=Debtor.choices)
    kind = models.CharField(_("kind of obligation"), max_length=12, choices=Kind.choices)
    what = models.TextField(_("what"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    account = EncryptedTextField(_("account"), blank=True)
    due_on = models.DateField(_("by which day"))

    class Meta:
        verbose_name = _("term of an agreement")
        verbose_name_plural = _("terms of agreements")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="one_term_per_position"),
            models.CheckConstraint(name="money_term_has_amount", condition=Q(kind="act") | Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.due_on}"

    @property
    def is_instalment(self) -> bool:
        """Money the respondents owe: these terms become the plan of payments."""
        return self.kind == self.Kind.PAYMENT and self.debtor == self.Debtor.RESPONDENT

    @property
    def masked_account(self) -> str:
        """A bank account shows its last four digits."""
        return mask_bank_card(self.account)


class AgreementSignature(models.Model):
    """Who signed, when and how. Rows are never changed."""

    class Manner(models.TextChoices):
        SIGNATURE = "signature", _("Signature")
        SEAL = "seal", _("Seal")
        THUMBPRINT = "thumbprint", _("Thumbprint")
        E_SIGNATURE = "e_signature", _("Electronic signature")

    file = models.ForeignKey(DisputeCase, models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures", verbose_name=_("party"))
    signed_on = models.DateField(_("day of signature"))
    manner = models.CharField(_("manner of signing"), max_length=12, choices=Manner.choices)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["file", "party"], name="one_signature_per_party")]

    def __str__(self) -> str:
        return f"#{self.party_id} {self.signed_on}"
