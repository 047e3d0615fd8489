"""What somebody types to follow a matter without signing in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import NumberTextField
from hotline.models import WorkOrder


class ProgressForm(forms.Form):
    number = NumberTextField(label=_("Number of the call or work order"), max_length=60)
    secret = NumberTextField(
        label=_("Query code"),
        max_length=12,
        help_text=_("Six digits, told to you by the hotline."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        return str(self.cleaned_data["number"]).upper()

    def clean_secret(self) -> str:
        return str(self.cleaned_data["secret"]).replace(" ", "")


class RatingForm(ProgressForm):
    """The caller's own word on result and attitude; the code is typed again, as nothing of it is kept."""

    satisfaction = forms.ChoiceField(
        label=_("Satisfaction with the result"), choices=WorkOrder.Satisfaction.choices, widget=forms.RadioSelect
    )
    attitude = forms.ChoiceField(
        label=_("Satisfaction with the attitude"), choices=WorkOrder.Satisfaction.choices, widget=forms.RadioSelect
    )
