"""What was paid, taken back, and followed up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import AttachmentsField, DayField, MoneyField, RowForm, RowsField
from casework.ledger import entered_elsewhere
from casework.words import day, money
from disputes.models import Instalment, Payment, PaymentMention

from .parts import CaseForm, long_text


class ShareRow(RowForm):
    claim = forms.IntegerField(label=_("Claim no."), min_value=1, max_value=32767)
    amount = MoneyField(label=_("Amount (yuan)"), above_zero=True)


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
    shares = RowsField(
        ShareRow, label=_("Who got what"), required=False, help_text=_("Only where several claims are paid one by one.")
    )
    papers = AttachmentsField(label=_("Proof of payment"), required=False)
    another_because = forms.CharField(
        label=_("Why it is another payment"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Only where the same sum of the same day is entered in a supervision document or a referral of this case. "
            "No names and no numbers, please: it stays in the history."
        ),
    )

    def prepare(self) -> None:
        left = self.file.instalments.filter(settled_on=None)
        field = self.fields["instalment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = left
        if first := left.first():
            self.initial.setdefault("amount", first.left)

    def clean(self) -> dict[str, Any]:
        self.not_before("paid_on", self.file.owed_from, _("signed by both sides"))
        self.ask_whether_counted(self.cleaned_data)
        return self.cleaned_data

    def ask_whether_counted(self, typed: dict[str, Any]) -> None:
        amount, paid_on = typed.get("amount"), typed.get("paid_on")
        if not amount or not paid_on or typed.get("another_because"):
            return
        if counted := entered_elsewhere(self.file, amount, paid_on, self.officer):
            self.add_error("another_because", f"{counted} {gettext('If it is another payment, please say why.')}")


class PaymentField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Payment) -> str:
        return f"{day(obj.paid_on)} · {money(obj.amount)}"


class OfPaymentForm(CaseForm):
    """A step on one payment of the case."""

    payment = PaymentField(Payment.objects.none(), label=_("Payment"), empty_label=None)

    def prepare(self) -> None:
        field = self.fields["payment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.file.payments.filter(reverses=None)


class CorrectPaymentForm(OfPaymentForm):
    amount = MoneyField(label=_("Amount taken back (yuan)"), above_zero=True)
    refunded_on = DayField(
        label=_("Money went back on"),
        required=False,
        starts_today=False,
        help_text=_("Empty when the entry was a mistake: it is then undone as of its own day."),
    )
    reason = long_text(_("Reason"))


class MentionPaymentForm(OfPaymentForm):
    source = forms.ChoiceField(label=_("Named by a"), choices=PaymentMention.Source.choices)
    number = forms.CharField(label=_("Its number"), max_length=60)


class FollowUpForm(CaseForm):
    note = long_text(_("Who was reminded, and what was said"), most=1000)
