"""The application."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import (
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
from casework.identity import is_minor_on
from casework.models import Category
from disputes.models import DisputeCase
from disputes.models.choices import Capacity, Exclusion, Language, Procedure
from organizations.models import Region, UnionOrg

from .parts import long_text

UNKNOWN = [("", gettext_lazy("Please choose"))]
EXCLUSIONS = [("", gettext_lazy("Nothing excludes it")), *Exclusion.choices]


class ApplicantRow(RowForm):
    name = forms.CharField(label=gettext_lazy("Name of the person"), max_length=60)
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    service_address = forms.CharField(
        label=gettext_lazy("Address for service, when another"), max_length=200, required=False
    )
    needs = forms.CharField(label=gettext_lazy("Language and other needs"), max_length=100, required=False)
    guardian = forms.CharField(label=gettext_lazy("Guardian, for somebody under 18"), max_length=60, required=False)
    electronic_service = forms.BooleanField(label=gettext_lazy("Agrees to electronic service"), required=False)
    is_minor = forms.BooleanField(label=gettext_lazy("Under 18"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language needed"),
        choices=[("", gettext_lazy("Chinese")), *Language.choices],
        required=False,
    )


class RespondentRow(RowForm):
    name = forms.CharField(
        label=gettext_lazy("Employer"), max_length=200, widget=forms.TextInput(attrs=employer_search())
    )
    uscc = USCCField(label=gettext_lazy("Credit code"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    capacity = forms.ChoiceField(label=gettext_lazy("Capacity"), choices=[("", "—"), *Capacity.choices], required=False)
    legal_representative = forms.CharField(label=gettext_lazy("Legal representative"), max_length=60, required=False)


class ThirdPartyRow(RespondentRow):
    name = forms.CharField(label=gettext_lazy("Name of the third party"), max_length=200)


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


def choose_place(form: forms.Form, org: Any) -> None:
    """Any division of the province down to the counties."""
    field: Any = form.fields["work_region"]
    province = org.region_id[:2] if org and org.region_id else ""
    field.queryset = Region.objects.filter(code__startswith=province).order_by("code")


class ApplyForm(VerbForm):
    """The application as it is written or recorded from what the applicant says."""

    received_on = DayField(label=gettext_lazy("Received on"))
    origin = forms.ChoiceField(label=gettext_lazy("Origin"), choices=DisputeCase.Origin.choices)
    application_manner = forms.ChoiceField(
        label=gettext_lazy("Manner of the application"),
        choices=DisputeCase.Manner.choices,
        initial="written",
        required=False,
    )
    read_back = forms.BooleanField(
        label=gettext_lazy("Oral application: recorded here, read to the applicant and found right"), required=False
    )
    procedure = forms.ChoiceField(
        label=gettext_lazy("Court procedure"),
        choices=[*UNKNOWN, *Procedure.choices],
        required=False,
        help_text=gettext_lazy("Needed when a court entrusts a case after docketing."),
    )
    external_no = forms.CharField(label=gettext_lazy("Number given elsewhere"), max_length=60, required=False)
    paper_no = forms.CharField(
        label=gettext_lazy("Number of the paper form"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Only for an application written on a printed form with a number of this office."),
    )
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
    third_parties = RowsField(ThirdPartyRow, label=gettext_lazy("Third parties"), max_rows=20, spare=0)
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
    exclusion = forms.ChoiceField(label=gettext_lazy("No labour dispute because"), choices=EXCLUSIONS, required=False)
    work_region = forms.ModelChoiceField(
        Region.objects.none(),
        label=gettext_lazy("Place of work, when elsewhere"),
        required=False,
        empty_label=gettext_lazy("In the own division"),
    )
    notice_read = forms.BooleanField(
        label=gettext_lazy("The applicant was given the notice on personal data"), required=False
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
        choose_place(self, self.officer.org)

    def clean_application_manner(self) -> str:
        return self.cleaned_data["application_manner"] or DisputeCase.Manner.WRITTEN

    def clean_read_back(self) -> bool:
        read: bool = self.cleaned_data["read_back"]
        if self.cleaned_data.get("application_manner") == DisputeCase.Manner.ORAL and not read:
            raise forms.ValidationError(_("An oral application is read to the applicant before it is taken (art. 12)."))
        return read

    def clean_applicants(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.cleaned_data["applicants"]
        day = self.cleaned_data.get("received_on") or self.today
        for n, row in enumerate(rows, 1):
            if (row["is_minor"] or is_minor_on(row["id_number"], day)) and not row["guardian"]:
                words = _("Row %(n)d: a party under 18 needs a guardian named (Civil Code art. 23).")
                raise forms.ValidationError(words % {"n": n})
        return rows

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

    def clean_paper_no(self) -> str:
        number: str = self.cleaned_data["paper_no"]
        if number and self.cleaned_data.get("external_no"):
            raise forms.ValidationError(_("Please enter one of the two numbers: the file keeps only one."))
        return number

    def clean_external_no(self) -> str:
        number: str = self.cleaned_data["external_no"]
        known = DisputeCase.objects.within(self.officer).filter(external_no=number)
        if number and known.exists():
            raise forms.ValidationError(_("A case with this number is there already."))
        return number
