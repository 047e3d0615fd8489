"""What is typed to keep the roster of mediators."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from casework.fields import DayField, IdNumberField
from casework.forms import VerbForm
from casework.models import Category, Employer
from disputes.models import Conflict, MediatorProfile
from disputes.models.choices import Language, Roster
from organizations.models import Duty, Officer

from .fields import OfficerField, offer

CHOOSE = gettext_lazy("Please choose")


class ProfileForm(VerbForm):
    """`file` is the entry of the roster, as a form of a case has its case."""

    mediator_no = forms.CharField(label=gettext_lazy("Mediator number"), max_length=40, required=False)
    roster = forms.ChoiceField(label=pgettext_lazy("mediators", "Roster"), choices=Roster.choices)
    appointed_on = DayField(label=gettext_lazy("Appointed on"))
    valid_until = DayField(label=gettext_lazy("Term ends on"), may_be_future=True)
    case_limit = forms.IntegerField(
        label=gettext_lazy("Most open cases at a time"), min_value=0, max_value=200, initial=40
    )
    specialities = forms.ModelMultipleChoiceField(
        Category.objects.none(),
        label=gettext_lazy("Specialities"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages besides Chinese"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def prepare(self) -> None:
        offer(self, "specialities", Category.objects.filter(parent=None), only_one=False)
        if self.file:
            for name in ("mediator_no", "roster", "appointed_on", "valid_until", "languages"):
                self.initial[name] = getattr(self.file, name)
            self.initial["case_limit"] = self.file.officer.case_limit
            self.initial["specialities"] = list(self.file.specialities.values_list("pk", flat=True))

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        self.not_before("valid_until", typed.get("appointed_on"), _("Appointed on"))
        taken = MediatorProfile.objects.filter(roster=typed.get("roster"), mediator_no=typed.get("mediator_no") or None)
        if taken.exclude(pk=self.file.pk if self.file else 0).exists():
            self.add_error("mediator_no", _("Another mediator has this number on this roster."))
        return typed


class EnterForm(ProfileForm):
    mediator = OfficerField(Officer.objects.none(), label=gettext_lazy("Mediator"), empty_label=CHOOSE)
    field_order = ["mediator"]

    def prepare(self) -> None:
        super().prepare()
        rows = Officer.objects.visible_to(self.officer).filter(duty=Duty.MEDIATOR, mediator_profile=None)
        offer(self, "mediator", rows.select_related("user", "org").order_by("org__path", "pk"))


class LeaveForm(VerbForm):
    from_on = DayField(label=gettext_lazy("First day of leave"), may_be_future=True)
    until_on = DayField(label=gettext_lazy("Last day of leave"), may_be_future=True)

    def clean(self) -> dict[str, Any]:
        self.not_before("until_on", self.cleaned_data.get("from_on"), _("First day of leave"))
        return self.cleaned_data


class ConflictForm(VerbForm):
    employer_name = forms.CharField(
        label=gettext_lazy("Employer"), max_length=200, required=False, help_text=gettext_lazy("As in the register.")
    )
    person_name = forms.CharField(label=gettext_lazy("Or a person"), max_length=60, required=False)
    person_id_number = IdNumberField(label=gettext_lazy("Identity number of the person"), required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)
    declared_on = DayField(label=gettext_lazy("Declared on"))

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        name = typed.pop("employer_name", "")
        if bool(name) == bool(typed.get("person_name")):
            self.add_error("person_name", _("Please name either an employer or a person."))
        elif name:
            typed["employer"] = Employer.objects.filter(name=name).order_by("pk").first()
            if typed["employer"] is None:
                self.add_error("employer_name", _("The register holds no employer of this name."))
        return typed


class ConflictField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Conflict) -> str:
        return f"{obj.declared_on} · {obj.reason}"


class LiftForm(VerbForm):
    conflict = ConflictField(Conflict.objects.none(), label=gettext_lazy("Conflict of interest"), empty_label=CHOOSE)
    lifted_on = DayField(label=gettext_lazy("Lifted on"))

    def prepare(self) -> None:
        offer(self, "conflict", self.file.conflicts.filter(lifted_on=None))
