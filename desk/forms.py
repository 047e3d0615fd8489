"""What is typed for the register of employers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casework.fields import PhoneField, RowForm, RowsField, USCCField
from casework.forms import ReasonForm, VerbForm
from casework.models import Employer
from organizations.models import Region


class EmployerForm(VerbForm):
    """One row for one employer: a credit code is entered once."""

    name = forms.CharField(label=_("Name of the employer"), max_length=200)
    uscc = USCCField(label=_("Unified social credit code"), required=False)
    region = forms.ModelChoiceField(Region.objects.none(), label=_("Division"), required=False)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    phone = PhoneField(label=_("Telephone"), required=False)
    legal_representative = forms.CharField(label=_("Legal representative"), max_length=60, required=False)

    def prepare(self) -> None:
        regions = Region.objects.visible_to(self.officer)
        self.fields["region"].queryset = regions.filter(code__startswith=self.province)  # type: ignore[attr-defined]

    @property
    def province(self) -> str:
        return self.officer.org.region_id[:2] if self.officer.org else ""

    def clean_uscc(self) -> str:
        uscc: str = self.cleaned_data["uscc"]
        others = Employer.objects.filter(uscc=uscc).exclude(pk=self.file.pk if self.file else 0)
        if uscc and others.exists():
            raise ValidationError(_("This credit code is in the register already."), code="known")
        return uscc


class ProjectRow(RowForm):
    name = forms.CharField(label=_("Project or place"), max_length=100)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)


class CorrectForm(EmployerForm):
    """The entry as it should be. Empty telephone and representative mean: as they are."""

    former_name = forms.CharField(label=_("Former name, when one is missing"), max_length=200, required=False)
    projects = RowsField(ProjectRow, label=_("Projects and places to add"), max_rows=50, required=False)
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def prepare(self) -> None:
        super().prepare()
        for name in ("phone", "legal_representative"):
            self.fields[name].help_text = _("Leave empty to keep what is there.")
        for name in ("name", "uscc", "region", "address"):
            self.initial.setdefault(name, getattr(self.file, f"{name}_id" if name == "region" else name, ""))

    def clean(self) -> dict[str, Any]:
        """People are masked on the page, so what was not typed anew stays."""
        typed = super().clean() or self.cleaned_data
        for name in ("phone", "legal_representative"):
            if not typed.get(name) and self.file and name not in self.errors:
                typed[name] = getattr(self.file, name)
        return typed


class MergeForm(ReasonForm):
    into = forms.ModelChoiceField(
        Employer.objects.none(),
        label=_("Number of the entry that stays"),
        widget=forms.NumberInput(attrs={"min": 1}),
        help_text=_("The last part of the address of its page."),
        error_messages={"invalid_choice": _("No employer of your province has this number.")},
    )
    field_order = ("into", "reason")

    def prepare(self) -> None:
        rows = Employer.objects.visible_to(self.officer)
        self.fields["into"].queryset = rows  # type: ignore[attr-defined]


class SearchForm(VerbForm):
    """What is typed to find an employer."""

    text = forms.CharField(label=_("Name, pinyin, credit code, telephone or project"), max_length=100)
