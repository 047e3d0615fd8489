"""What was agreed on the claims, and by which days it is to be paid."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField, MoneyField, RowForm, RowsField

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


class ReconcileForm(SettlementForm):
    after = {"closed_on": "assigned_on"}
    closed_on = DayField(label=_("Settled on"))
    settlement = long_text(_("What the parties say they settled"), rows=4, most=5000)
    field_order = ["closed_on", "settlement", "agreed", "instalments"]
