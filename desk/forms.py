"""What is typed for a new employer."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casework.fields import PhoneField, USCCField
from casework.forms import VerbForm
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
        if uscc and Employer.objects.filter(uscc=uscc).exists():
            raise ValidationError(_("This credit code is in the register already."), code="known")
        return uscc
