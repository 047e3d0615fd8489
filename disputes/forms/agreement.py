"""What was agreed, and what was paid."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import AttachmentsField, DayField, MoneyField, RowForm, RowsField
from casework.words import day, money
from disputes.models import DisputeCase, Instalment, Payment

from .parts import CaseForm, long_text


class AgreedRow(RowForm):
    claim = forms.IntegerField(label=_("Claim no."), min_value=1, max_value=32767)
    amount = MoneyField(label=_("Agreed (yuan)"))


class InstalmentRow(RowForm):
    due_on = DayField(label=_("Pay by"), may_be_future=True)
    amount = MoneyField(label=_("Amount (yuan)"), above_zero=True)


class SettlementForm(CaseForm):
    """The sums of an agreement or a settlement: one row for each claim, and the plan of payments."""

    agreed = RowsField(
        AgreedRow, label=_("Agreed on each claim"), min_rows=1, help_text=_("Zero for a claim that was given up.")
    )
    instalments = RowsField(
        InstalmentRow,
        label=_("Instalments"),
        help_text=_("Together they make the agreed sum. An agreed day never moves."),
    )

    def prepare(self) -> None:
        claims = self.file.claims.all()
        self.initial.setdefault("agreed", [{"claim": claim.position, "amount": claim.claimed} for claim in claims])


class AgreeForm(SettlementForm):
    terms = long_text(_("Terms, with manner and time of performance"), rows=6, most=5000)
    applicants_signed_on = DayField(label=_("Last applicant signed on"))
    respondents_signed_on = DayField(label=_("Last respondent signed on"))
    mediator_signed_on = DayField(label=_("Mediator signed on"), required=False)
    seal_on = DayField(label=_("Seal of the organisation affixed on"), required=False)
    field_order = [
        "terms",
        "agreed",
        "instalments",
        "applicants_signed_on",
        "respondents_signed_on",
        "mediator_signed_on",
        "seal_on",
    ]

    def prepare(self) -> None:
        super().prepare()
        by_parties_alone = self.file.origin == DisputeCase.Origin.COURT_ASSIGNED
        for name in ("mediator_signed_on", "seal_on"):
            self.fields[name].required = not by_parties_alone


class ReconcileForm(SettlementForm):
    after = {"closed_on": "assigned_on"}
    closed_on = DayField(label=_("Settled on"))
    settlement = long_text(_("What the parties say they settled"), rows=4, most=5000)
    field_order = ["closed_on", "settlement", "agreed", "instalments"]


class InstalmentField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Instalment) -> str:
        return f"{obj.position} · {day(obj.due_on)} · {money(obj.left)}"


class PaymentForm(CaseForm):
    instalment = InstalmentField(
        Instalment.objects.none(), label=_("Instalment, with what is still owed"), empty_label=None
    )
    amount = MoneyField(label=_("Amount (yuan)"), above_zero=True)
    paid_on = DayField(label=_("Paid on"))
    kind = forms.ChoiceField(
        label=_("Kind of payment"),
        choices=[("", _("As the category of the case")), *Payment.Kind.choices],
        required=False,
    )
    person_count = forms.IntegerField(
        label=_("Persons paid"), min_value=1, max_value=1_000_000, required=False, help_text=_("Empty for all workers.")
    )
    papers = AttachmentsField(label=_("Proof of payment"), required=False)

    def prepare(self) -> None:
        left = self.file.instalments.filter(settled_on=None)
        field = self.fields["instalment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = left
        if first := left.first():
            self.initial.setdefault("amount", first.left)

    def clean(self) -> dict[str, Any]:
        self.not_before("paid_on", self.file.owed_from, _("signed by both sides"))
        return self.cleaned_data
