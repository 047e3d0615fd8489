"""Forms for money workers received."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, MoneyField, RowForm, RowsField
from casework.forms import ReasonForm, VerbForm
from supervision.models import DocumentRecovery


class RecoveryRow(RowForm):
    # Nothing chosen at first: a row that was not touched must stay empty.
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of payment"),
        choices=[("", gettext_lazy("Please choose")), *DocumentRecovery.Kind.choices],
    )
    amount = MoneyField(label=gettext_lazy("Amount (yuan)"), above_zero=True)
    person_count = forms.IntegerField(label=gettext_lazy("Persons"), min_value=1, max_value=1_000_000)
    paid_on = DayField(label=gettext_lazy("Paid on"), starts_today=False)


def money_rows(*, at_least: int = 0) -> RowsField:
    return RowsField(
        RecoveryRow,
        label=gettext_lazy("Money workers really received"),
        min_rows=at_least,
        max_rows=50,
        help_text=gettext_lazy("What is entered in the dispute case already is found there and counted once."),
    )


class RecoveryForm(VerbForm):
    recoveries = money_rows(at_least=1)
    papers = AttachmentsField(label=gettext_lazy("Proof of the payment"))


class CorrectRecoveryForm(ReasonForm):
    recovery = forms.ModelChoiceField(DocumentRecovery.objects.none(), label=gettext_lazy("Entry to take back"))
    field_order = ["recovery", "reason"]

    def prepare(self) -> None:
        field = self.fields["recovery"]
        assert isinstance(field, forms.ModelChoiceField)
        if self.file is not None:
            field.queryset = self.file.recoveries.standing()
