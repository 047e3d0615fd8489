"""What the calculator of claims asks for, one form for each kind of claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.deadlines import policy
from casework.fields import DayField, MoneyField
from disputes.claims import formulas
from disputes.claims.formulas import Claim
from disputes.guards.terms import minimum_wage
from disputes.models import DisputeCase

WAGE = _("Monthly wage (yuan)")


def wage_field(label: Any = WAGE, **more: Any) -> MoneyField:
    return MoneyField(label=label, above_zero=True, **more)


def count_field(label: Any, *, most: int = 10_000, required: bool = False, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=most,
        max_digits=7,
        decimal_places=2,
        required=required,
        help_text=help_text,
        widget=forms.TextInput,
    )


class ReckoningForm(forms.Form):
    """`claim()` gives the reckoning of what was typed."""

    def __init__(self, *args: Any, case: DisputeCase, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.today = case, today

    def setting(self, code: str) -> Decimal:
        return Decimal(str(policy(code, self.case, self.today)))

    def claim(self) -> Claim:
        raise NotImplementedError

    def count(self, name: str) -> Decimal:
        return self.cleaned_data[name] or Decimal(0)


class ArrearsForm(ReckoningForm):
    wage = wage_field()
    months = count_field(
        _("Months not paid"), most=600, required=True, help_text=_("Part of a month as a decimal, such as 2.5.")
    )
    paid = MoneyField(label=_("Paid of it (yuan)"), required=False)

    def claim(self) -> Claim:
        paid = self.cleaned_data["paid"] or Decimal("0.00")
        return formulas.arrears(wage=self.cleaned_data["wage"], months=self.count("months"), paid=paid)


class OvertimeForm(ReckoningForm):
    wage = wage_field()
    workday_hours = count_field(_("Hours of overtime on working days"))
    restday_hours = count_field(_("Hours on rest days without time off instead"))
    holiday_hours = count_field(_("Hours on statutory holidays"))

    def claim(self) -> Claim:
        hours = {name: self.count(name) for name in ("workday_hours", "restday_hours", "holiday_hours")}
        return formulas.overtime(wage=self.cleaned_data["wage"], days=self.setting("paid_days_month"), **hours)


class LeaveForm(ReckoningForm):
    wage = wage_field()
    unused = count_field(_("Days of leave not taken"), most=366, required=True)
    wage_was_paid = forms.BooleanField(label=_("The ordinary wage of these days was paid"), required=False)

    def claim(self) -> Claim:
        typed = self.cleaned_data
        return formulas.annual_leave(
            wage=typed["wage"],
            days=self.setting("paid_days_month"),
            unused=self.count("unused"),
            wage_was_paid=typed["wage_was_paid"],
        )


class SpanForm(ReckoningForm):
    began_on = DayField(label=_("First day of work"))
    ended_on = DayField(label=_("Last day of work"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("began_on") and typed.get("ended_on") and typed["ended_on"] < typed["began_on"]:
            self.add_error("ended_on", gettext("The last day lies before the first."))
        return typed


class DoubleWageForm(SpanForm):
    wage = wage_field()
    field_order = ("wage", "began_on", "ended_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ended_on"].label = _("Last day without a written contract")

    def claim(self) -> Claim:
        return formulas.double_wage(**self.cleaned_data)


class SeveranceForm(SpanForm):
    wage = wage_field(_("Average monthly wage of the last twelve months (yuan)"))
    average = wage_field(
        _("Average monthly wage of all workers there in the year before (yuan)"),
        required=False,
        help_text=_("As the city or prefecture has published it; needed for the cap of three times."),
    )
    notice_wage = wage_field(
        _("Wage of the month before, when no notice was given (yuan)"),
        required=False,
        help_text=_("Only for the grounds of art. 40: the “+1” of N+1."),
    )
    unlawful = forms.BooleanField(label=_("The termination was against the law (2N)"), required=False)
    field_order = ("wage", "began_on", "ended_on", "average", "notice_wage", "unlawful")

    def claim(self) -> Claim:
        caps: dict[str, Any] = {
            "least": minimum_wage(self.case, self.cleaned_data["ended_on"]),
            "times": self.setting("severance_wage_cap_times"),
            "most_years": self.setting("severance_years_cap"),
        }
        return formulas.severance(**self.cleaned_data, **caps)


KINDS: dict[str, tuple[Any, type[ReckoningForm]]] = {
    "arrears": (_("Wages owed"), ArrearsForm),
    "overtime": (_("Overtime pay"), OvertimeForm),
    "severance": (_("Compensation for the end of the contract (N, N+1, 2N)"), SeveranceForm),
    "double_wage": (_("Double wage without a written contract"), DoubleWageForm),
    "annual_leave": (_("Annual leave not taken"), LeaveForm),
}
