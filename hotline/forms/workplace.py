"""The employer and the place."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import LineField, employer_search
from casework.models import Employer
from hotline.codes import industries
from hotline.models import CallRecord
from organizations.models import Region

from .parts import RegionField, YesNoField, choice


class WorkplaceFields(forms.Form):
    WORKPLACE = ("place", "industry", "size_band", "employer_has_union")

    employer = forms.ModelChoiceField(Employer.objects.none(), required=False, widget=forms.HiddenInput)
    employer_name = LineField(
        label=gettext_lazy("Employer"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=employer_search("employer")),
        help_text=gettext_lazy("As the caller says it. Needed for a work order."),
    )
    region = RegionField(Region.objects.none(), label=gettext_lazy("Place of work"), required=False)
    workers_affected = forms.IntegerField(
        label=gettext_lazy("Workers affected"),
        min_value=1,
        max_value=1_000_000,
        initial=1,
        required=False,
        help_text=gettext_lazy("From ten workers on it may be a group dispute."),
    )
    place = LineField(label=gettext_lazy("Address or project"), max_length=200, required=False)
    industry = choice(gettext_lazy("Industry"), industries())
    size_band = choice(gettext_lazy("People employed"), CallRecord.SizeBand.choices)
    employer_has_union = YesNoField(label=gettext_lazy("Employer has a union"))

    def clean_workers_affected(self) -> int:
        return self.cleaned_data["workers_affected"] or 1

    @property
    def chosen_employer(self) -> Employer | None:
        """The entry of the register chosen for what the caller says, also in a draft."""
        key = str(self["employer"].value() or "")
        return self.fields["employer"].queryset.filter(pk=key).first() if key.isdecimal() else None  # type: ignore[attr-defined]
