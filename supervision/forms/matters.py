"""Forms of the supervision matter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, MoneyField, USCCField
from casework.forms import VerbForm
from casework.models import Employer
from disputes.forms.fields import OfficersField
from disputes.models import DisputeCase
from organizations.models import Duty, Officer, UnionOrg
from supervision.models import Investigation, SupervisionMatter, SupervisionTopic

LONG = 20_000
DETAILED = {SupervisionMatter.Source.INSPECTION, SupervisionMatter.Source.NEWS}


def long_text(label: Any, *, rows: int = 6, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class RegisterForm(VerbForm):
    """A new matter; the employer by its entry in the register, or by its name."""

    employer = forms.ModelChoiceField(Employer.objects.none(), required=False, widget=forms.HiddenInput())
    case = forms.ModelChoiceField(DisputeCase.objects.none(), required=False, widget=forms.HiddenInput())
    employer_name = forms.CharField(
        label=gettext_lazy("Employer"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Full name as on the licence. Leave empty for a public letter to all employers."),
    )
    employer_uscc = USCCField(label=gettext_lazy("Unified social credit code"), required=False)
    topic = forms.ModelChoiceField(SupervisionTopic.objects.none(), label=gettext_lazy("Topic"))
    source = forms.ChoiceField(label=gettext_lazy("Source"), choices=SupervisionMatter.Source.choices)
    source_detail = forms.CharField(
        label=gettext_lazy("About the source"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Day and place of an inspection, or title, paper and day of a report."),
    )
    received_on = DayField(label=gettext_lazy("Registered on"), required=False)
    workers_affected = forms.IntegerField(
        label=gettext_lazy("Workers affected"), min_value=0, max_value=1_000_000, initial=1
    )
    amount = MoneyField(label=gettext_lazy("Amount concerned (yuan)"), required=False)
    facts = long_text(
        gettext_lazy("Facts or risk"), help_text=gettext_lazy("One fact in a line. No names of workers, please.")
    )

    def prepare(self) -> None:
        self.choices("employer").queryset = Employer.objects.visible_to(self.officer)
        self.choices("case").queryset = DisputeCase.objects.visible_to(self.officer)
        self.choices("topic").queryset = SupervisionTopic.objects.in_use(self.today)

    def choices(self, name: str) -> forms.ModelChoiceField[Any]:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        return field

    def clean_employer_name(self) -> str:
        return " ".join(self.cleaned_data["employer_name"].split())

    def clean(self) -> dict[str, Any]:
        """Where a matter comes from can be found again: news and inspections say which."""
        typed = self.cleaned_data
        if typed.get("source") in DETAILED and not typed.get("source_detail", "").strip():
            self.add_error("source_detail", _("Please enter where and when it was found or reported."))
        return typed


def supervisors_near(org: UnionOrg | None, on: date) -> QuerySet[Officer]:
    """Those of the union itself, of the unions it leads, and of those above it, which may send one to help."""
    if org is None:
        return Officer.objects.none()
    above = [org.path[:end] for end in range(3, len(org.path) + 1) if org.path[end - 1] == "/"]
    near = Q(org__path__in=above) | Q(org__parent=org)
    rows = Officer.objects.serving(on).filter(near, duty=Duty.SUPERVISOR)
    return rows.select_related("user", "org").order_by("-org__path", "pk")


class InvestigateForm(VerbForm):
    held_on = DayField(label=gettext_lazy("Investigated on"))
    way = forms.CharField(
        label=gettext_lazy("Way of investigation"),
        max_length=100,
        help_text=gettext_lazy("For example: visit, inspection of wage lists, talks with both sides."),
    )
    supervisors = OfficersField(
        Officer.objects.none(),
        label=gettext_lazy("Supervisors"),
        help_text=gettext_lazy("Those who were there and showed their certificates; two or more."),
    )
    findings = long_text(gettext_lazy("Findings"))
    cooperation = forms.ChoiceField(
        label=gettext_lazy("Co-operation of the employer"),
        choices=Investigation.Cooperation.choices,
        initial=Investigation.Cooperation.COOPERATED,
        required=False,
    )
    persons = forms.IntegerField(
        label=gettext_lazy("Workers concerned, as found"), min_value=0, max_value=1_000_000, required=False
    )
    amount = MoneyField(label=gettext_lazy("Amount found (yuan)"), required=False)
    papers = AttachmentsField(label=gettext_lazy("Signed record"), required=False)

    def prepare(self) -> None:
        field = self.fields["supervisors"]
        assert isinstance(field, OfficersField)
        field.queryset = supervisors_near(self.officer.org, self.today)

    def clean_supervisors(self) -> list[Officer]:
        return list(self.cleaned_data["supervisors"])

    def clean_cooperation(self) -> str:
        return self.cleaned_data["cooperation"] or Investigation.Cooperation.COOPERATED.value


class CloseForm(VerbForm):
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"),
        choices=[
            (o.value, o.label)
            for o in SupervisionMatter.Outcome
            if o not in {SupervisionMatter.Outcome.PUBLISHED, SupervisionMatter.Outcome.RECTIFIED}
        ],
    )
    closed_on = DayField(label=gettext_lazy("Closed on"), required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        self.not_before("closed_on", self.file.received_on if self.file else None, _("the day of registration"))
        return self.cleaned_data
