"""The application, and the decision on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import (
    AttachmentsField,
    DayField,
    IdNumberField,
    MoneyField,
    PhoneField,
    RowForm,
    RowsField,
    USCCField,
    employer_search,
)
from casework.forms import VerbForm
from casework.models import Category
from disputes.models import DisputeCase
from disputes.models.choices import Advice, EndReason, Procedure
from organizations.models import UnionOrg

from .parts import CaseForm, long_text, reasons

UNKNOWN = [("", gettext_lazy("Please choose"))]


class ApplicantRow(RowForm):
    name = forms.CharField(label=gettext_lazy("Name of the person"), max_length=60)
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    is_minor = forms.BooleanField(label=gettext_lazy("Under 18"), required=False)


class RespondentRow(RowForm):
    name = forms.CharField(
        label=gettext_lazy("Employer"), max_length=200, widget=forms.TextInput(attrs=employer_search())
    )
    uscc = USCCField(label=gettext_lazy("Credit code"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)


class ClaimRow(RowForm):
    category = forms.ModelChoiceField(
        Category.objects.none(), label=gettext_lazy("Category"), required=False, empty_label=gettext_lazy("As the case")
    )
    claimant = forms.CharField(label=gettext_lazy("Claimant, when not all"), max_length=60, required=False)
    amount = MoneyField(label=gettext_lazy("Amount (yuan)"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_category(self, kwargs.get("today") or timezone.localdate())


def choose_category(form: forms.Form, day: Any) -> None:
    field = form.fields["category"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Category.objects.in_use(day)


class ApplyForm(VerbForm):
    """The application as it is written or recorded from what the applicant says."""

    received_on = DayField(label=gettext_lazy("Received on"))
    origin = forms.ChoiceField(label=gettext_lazy("Origin"), choices=DisputeCase.Origin.choices)
    procedure = forms.ChoiceField(
        label=gettext_lazy("Court procedure"),
        choices=[*UNKNOWN, *Procedure.choices],
        required=False,
        help_text=gettext_lazy("Needed when a court entrusts a case after docketing."),
    )
    external_no = forms.CharField(label=gettext_lazy("Number given elsewhere"), max_length=60, required=False)
    category = forms.ModelChoiceField(
        Category.objects.none(), label=gettext_lazy("Category"), empty_label=gettext_lazy("Please choose")
    )
    legal_ground = forms.ChoiceField(
        label=gettext_lazy("Legal ground"), choices=DisputeCase.LegalGround.choices, initial="pay"
    )
    applicants = RowsField(
        ApplicantRow,
        label=gettext_lazy("Applicants"),
        min_rows=1,
        help_text=gettext_lazy("In a group dispute the elected representatives."),
    )
    respondents = RowsField(RespondentRow, label=gettext_lazy("Respondents"), min_rows=1, max_rows=20)
    worker_count = forms.IntegerField(label=gettext_lazy("Workers in all"), min_value=1, max_value=1_000_000, initial=1)
    claims = RowsField(
        ClaimRow,
        label=gettext_lazy("Claims"),
        min_rows=1,
        help_text=gettext_lazy("One row for each worker and category, or one for all together."),
    )
    facts = long_text(gettext_lazy("Facts and reasons"), rows=5, most=5000)
    known_on = DayField(
        label=gettext_lazy("Infringement known since"),
        required=False,
        starts_today=False,
        help_text=gettext_lazy("For arrears of pay the day the employment ended; empty while it lasts."),
    )
    pending_elsewhere = forms.BooleanField(
        label=gettext_lazy("Decided or pending before arbitration or a court"), required=False
    )
    org = forms.ModelChoiceField(
        UnionOrg.objects.none(),
        label=gettext_lazy("Handling organisation"),
        required=False,
        empty_label=gettext_lazy("The own organisation"),
    )

    def prepare(self) -> None:
        choose_category(self, self.today)
        field = self.fields["org"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = UnionOrg.objects.visible_to(self.officer)

    def clean_procedure(self) -> str:
        procedure: str = self.cleaned_data["procedure"]
        if self.cleaned_data.get("origin") == DisputeCase.Origin.COURT_ENTRUSTED and not procedure:
            raise forms.ValidationError(_("Please choose the procedure: it sets the time limit."))
        return procedure

    def clean_worker_count(self) -> int:
        count: int = self.cleaned_data["worker_count"]
        if count < len(self.cleaned_data.get("applicants") or []):
            raise forms.ValidationError(_("There are more applicants than workers."))
        return count

    def clean_external_no(self) -> str:
        number: str = self.cleaned_data["external_no"]
        known = DisputeCase.objects.within(self.officer).filter(external_no=number)
        if number and known.exists():
            raise forms.ValidationError(_("A case with this number is there already."))
        return number


class AskForm(CaseForm):
    record = "supplement_requests"
    after = {"asked_on": "received_on"}
    missing = long_text(gettext_lazy("Missing papers, all at once"), most=1000)
    asked_on = DayField(label=gettext_lazy("Asked on"))


class SupplyForm(CaseForm):
    after = {"supplied_on": "received_on"}
    supplied_on = DayField(label=gettext_lazy("Supplied on"))
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class AcceptForm(CaseForm):
    after = {"accepted_on": "received_on"}
    accepted_on = DayField(label=gettext_lazy("Accepted on"))
    both_sides_willing = forms.BooleanField(label=gettext_lazy("Neither side has refused mediation"))


class DeclineForm(CaseForm):
    after = {"declined_on": "received_on"}
    declined_on = DayField(label=gettext_lazy("Declined on"))
    end_reason = forms.ChoiceField(
        label=gettext_lazy("Ground"),
        choices=reasons(
            EndReason.OUT_OF_SCOPE,
            EndReason.REFUSAL,
            EndReason.PENDING,
            EndReason.ELSEWHERE,
            EndReason.UNREACHABLE,
            EndReason.OTHER,
        ),
    )
    advice = forms.ChoiceField(label=gettext_lazy("Way shown in writing"), choices=Advice.choices)
    reason = long_text(gettext_lazy("Reason"))


class TransferForm(CaseForm):
    after = {"closed_on": "received_on"}
    closed_on = DayField(label=gettext_lazy("Passed on"))
    passed_to = forms.CharField(label=gettext_lazy("Body in charge"), max_length=100)
    reason = long_text(gettext_lazy("Reason"))
