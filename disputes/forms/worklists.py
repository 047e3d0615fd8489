"""What is typed for one case's urgency, for many cases at once, and to keep a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from casework.forms import ReasonForm, VerbForm
from disputes.columns import COLUMNS
from disputes.mediators import mediators_within
from disputes.models import BulkRun, DisputeCase
from organizations.models import Officer

from .fields import OfficerField
from .lists import CaseFilter
from .parts import long_text


class RateForm(VerbForm):
    urgency = forms.TypedChoiceField(label=_("Urgency"), choices=DisputeCase.Urgency.choices, coerce=int)
    reason = long_text(_("Reason"))

    def prepare(self) -> None:
        if self.file:
            self.initial.setdefault("urgency", self.file.urgency)


class TakeBackForm(ReasonForm):
    """Before the first meeting, for leave or load."""


class BulkForm(VerbForm):
    verb = forms.ChoiceField(label=_("What to do"), choices=BulkRun.Verb.choices)
    mediator = OfficerField(
        Officer.objects.none(), label=_("Mediator, for an assignment"), empty_label=_("Please choose"), required=False
    )
    assigned_on = DayField(label=_("Assigned on"), required=False)
    reason = long_text(_("Reason"))

    def prepare(self) -> None:
        field: Any = self.fields["mediator"]
        field.queryset = mediators_within(self.officer, self.today)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("verb") == BulkRun.Verb.TAKE_BACK:
            self.cleaned_data |= {"mediator": None, "assigned_on": None}
        elif not self.cleaned_data.get("mediator") and "mediator" not in self.errors:
            self.add_error("mediator", _("Choose the mediator who is to have these cases."))
        return self.cleaned_data


class BulkRunForm(BulkForm):
    """As systems say it: the cases too are named in the body."""

    cases = forms.ModelMultipleChoiceField(DisputeCase.objects.none(), label=_("Dispute cases"))

    def prepare(self) -> None:
        super().prepare()
        field: Any = self.fields["cases"]
        field.queryset = DisputeCase.objects.visible_to(self.officer).order_by("pk")


class ViewForm(VerbForm):
    name = forms.CharField(label=_("Name of the view"), max_length=40)
    shared = forms.BooleanField(label=_("Colleagues of my organisation may use it"), required=False)
    query = forms.CharField(label=_("Filters"), max_length=2000, required=False, widget=forms.HiddenInput)

    def clean_query(self) -> str:
        """Only what narrows the list, in one order, so that the same filters are the same view."""
        return CaseFilter(QueryDict(self.cleaned_data["query"]), officer=self.officer, today=self.today).query


class ColumnsForm(VerbForm):
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        choices=[(column.name, column.label) for column in COLUMNS],
        widget=forms.CheckboxSelectMultiple,
    )
