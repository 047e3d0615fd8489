"""What is typed about a group incident, its reports, and the calls of a wave."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import LineField, MoneyField, PhoneField, RowForm, RowsField
from casework.forms import VerbForm
from casework.models import Category
from disputes.models import DisputeCase
from hotline.models import CallRecord, GroupIncident, IncidentReport, ReportAddressee, WorkOrder
from hotline.risk import risk_of
from organizations.models import Region

from .parts import RegionField, choose, divisions, long_text
from .rosters import MomentField

MOST_PEOPLE = 1_000_000


class PastMomentField(MomentField):
    """A moment that has come already; the form says which moment it is now."""


class IncidentForm(VerbForm):
    """Everything the leader knows. `known_at` only where nobody rang."""

    FROM_FILE = ("began_at", "place", "employer_name", "people", "claim", "risk", "measures", "on_site_leader")

    began_at = PastMomentField(label=gettext_lazy("Began"), required=False)
    region = RegionField(Region.objects.none(), label=gettext_lazy("Division"))
    place = LineField(label=gettext_lazy("Place"), max_length=200, required=False)
    employer_name = LineField(label=gettext_lazy("Employer"), max_length=200)
    people = forms.IntegerField(label=gettext_lazy("People"), min_value=1, max_value=MOST_PEOPLE)
    claim = long_text(gettext_lazy("Claim"), rows=3)
    risk = forms.ChoiceField(
        label=gettext_lazy("Risk level"),
        choices=[("", gettext_lazy("By the number of people")), *GroupIncident.Risk.choices],
        required=False,
        help_text=gettext_lazy("May be higher than the number says, with a reason."),
    )
    measures = long_text(gettext_lazy("Measures taken"), rows=3, required=False)
    on_site_leader = LineField(label=gettext_lazy("Leader on site"), max_length=60, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def prepare(self) -> None:
        choose(self, "region", divisions(self.officer, self.today))
        if isinstance(self.file, GroupIncident):
            for name in self.FROM_FILE:
                self.initial.setdefault(name, getattr(self.file, name))
            self.initial.setdefault("region", self.file.region_id)
        elif self.officer.org:
            self.initial.setdefault("region", self.officer.org.region_id)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, PastMomentField) and typed.get(name) and typed[name] > self.at:
                self.add_error(name, _("This moment is still to come."))
        if "people" in typed and "risk" in typed:
            self.settle_risk(typed)
        return typed

    def settle_risk(self, typed: dict[str, Any]) -> None:
        """The level the number gives, unless a graver one is named and explained."""
        by_number = risk_of(typed["people"], self.file or self.officer, self.today)
        typed["risk"] = typed["risk"] or by_number
        if typed["risk"] not in {by_number, getattr(self.file, "risk", "")} and not typed.get("reason"):
            self.add_error("reason", _("Please say why the level is not the one of the number of people."))


class EnterForm(IncidentForm):
    known_at = PastMomentField(
        label=gettext_lazy("Became known"),
        required=False,
        help_text=gettext_lazy("The clocks of the reports run from here. Empty: now."),
    )

    field_order = ["known_at"]


class AddresseeRow(RowForm):
    to = forms.ChoiceField(label=gettext_lazy("To"), choices=[("", "—"), *ReportAddressee.To.choices])
    way = forms.ChoiceField(label=gettext_lazy("Way"), choices=[("", "—"), *ReportAddressee.Way.choices])
    at = MomentField(label=gettext_lazy("Time"), required=False)


class ReportForm(VerbForm):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=IncidentReport.Kind.choices)
    text = long_text(gettext_lazy("Text of the report"), rows=8)
    people = forms.IntegerField(label=gettext_lazy("People"), min_value=1, max_value=MOST_PEOPLE, required=False)
    given_at = MomentField(label=gettext_lazy("Given"), required=False, help_text=gettext_lazy("Empty: now."))
    next_at = MomentField(
        label=gettext_lazy("Next report"),
        required=False,
        help_text=gettext_lazy("Only to promise it sooner than the rule asks."),
    )
    addressees = RowsField(AddresseeRow, label=gettext_lazy("Addressees"), min_rows=1, max_rows=20)

    def prepare(self) -> None:
        if not isinstance(self.file, GroupIncident):
            return
        due = list(self.file.reports.pending().order_by("due_at"))
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(report.kind, str(report)) for report in due]
        self.initial.setdefault("people", self.file.people)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        given = typed.get("given_at")
        if given and given > self.at:
            self.add_error("given_at", _("This moment is still to come."))
        elif given and isinstance(self.file, GroupIncident) and given < self.file.known_at:
            self.add_error("given_at", _("The incident was not known yet at this moment."))
        if typed.get("next_at") and typed["next_at"] <= (given or self.at):
            self.add_error("next_at", _("The next report comes after this one."))
        return typed


class LinkForm(VerbForm):
    """A number, turned into the file it belongs to: `linked`."""

    number = forms.CharField(
        label=gettext_lazy("Number"),
        max_length=60,
        help_text=gettext_lazy("Of a call, a work order or a dispute case."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        number = typed.pop("number", "").strip()
        kinds: tuple[Any, ...] = (CallRecord, WorkOrder, DisputeCase)
        found = (kind.objects.visible_to(self.officer).filter(number=number).first() for kind in kinds)
        typed["linked"] = next((file for file in found if file), None) if number else None
        if number and typed["linked"] is None:
            self.add_error("number", _("No call, work order or case in your area has this number."))
        return typed


class SheetForm(VerbForm):
    region = RegionField(Region.objects.none(), label=gettext_lazy("Place of work"))
    place = LineField(label=gettext_lazy("Address or project"), max_length=200, required=False)
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=gettext_lazy("Category of the request"),
        empty_label=gettext_lazy("Please choose"),
    )
    facts = long_text(
        gettext_lazy("What happened, as all say"),
        rows=4,
        help_text=gettext_lazy("Operators read this. Write nothing of measures or persons."),
    )
    claim = long_text(gettext_lazy("What all want"), rows=2, most=1000)

    def prepare(self) -> None:
        choose(self, "region", divisions(self.officer, self.today))
        choose(self, "category", Category.objects.in_use(self.today))
        if not isinstance(self.file, GroupIncident):
            return
        sheet = getattr(self.file, "sheet", None)
        for name in ("region", "place", "claim"):
            self.initial.setdefault(name, getattr(sheet or self.file, name))
        if first := first_call(self.file):
            self.initial.setdefault("category", first.category)
            self.initial.setdefault("facts", first.facts)


def first_call(incident: GroupIncident) -> CallRecord | None:
    try:
        row = incident.calls.select_related("call").earliest("pk")
    except ObjectDoesNotExist:
        return None
    call: CallRecord = row.call
    return call


class SurgeForm(VerbForm):
    """One caller of many: four fields, Enter leads from one to the next and the last one saves."""

    caller_phone = PhoneField(label=gettext_lazy("Telephone of the caller"))
    caller_name = LineField(
        label=gettext_lazy("Name of the caller"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    workers_affected = forms.IntegerField(
        label=gettext_lazy("Number of workers"),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "number"}),
    )
    amount = MoneyField(label=gettext_lazy("Amount in dispute (yuan)"), required=False)
    differs = LineField(
        label=gettext_lazy("What differs from the others"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_workers_affected(self) -> int:
        return self.cleaned_data["workers_affected"] or 1


class FollowForm(VerbForm):
    about = forms.CharField(label=gettext_lazy("Number of the work order"), max_length=60)

    def clean_about(self) -> WorkOrder:
        number = self.cleaned_data["about"].strip()
        order: WorkOrder | None = WorkOrder.objects.visible_to(self.officer).filter(number=number).first()
        if order is None:
            raise forms.ValidationError(_("No work order in your area has this number."))
        return order
