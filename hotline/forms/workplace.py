"""The employer and the place."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from hotline.codes import industries
from hotline.models import CallRecord
from organizations.models import Region

from .parts import RegionField, YesNoField, choice


class WorkplaceFields(forms.Form):
    WORKPLACE = ("place", "industry", "size_band", "employer_has_union")

    employer_name = forms.CharField(
        label=gettext_lazy("Employer"),
        max_length=200,
        required=False,
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
    place = forms.CharField(label=gettext_lazy("Address or project"), max_length=200, required=False)
    industry = choice(gettext_lazy("Industry"), industries())
    size_band = choice(gettext_lazy("People employed"), CallRecord.SizeBand.choices)
    employer_has_union = YesNoField(label=gettext_lazy("Employer has a union"))

    def clean_workers_affected(self) -> int:
        return self.cleaned_data["workers_affected"] or 1
