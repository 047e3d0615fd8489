"""Forms for the consent to electronic service."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import VerbForm
from supervision.models import AddressConfirmation


class ConfirmAddressForm(VerbForm):
    channel = forms.ChoiceField(
        label=gettext_lazy("Way of electronic service"), choices=AddressConfirmation.Channel.choices
    )
    address = forms.CharField(
        label=gettext_lazy("Electronic address"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    confirmed_by = forms.CharField(
        label=gettext_lazy("Confirmed by"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    confirmed_on = DayField(label=gettext_lazy("Address confirmed on"))
    papers = AttachmentsField(label=gettext_lazy("Signed confirmation of the address"))


class RevokeAddressForm(VerbForm):
    confirmation = forms.ModelChoiceField(
        AddressConfirmation.objects.none(), label=gettext_lazy("Confirmed electronic address")
    )
    revoked_on = DayField(label=gettext_lazy("Taken back on"))

    def prepare(self) -> None:
        field = self.fields["confirmation"]
        assert isinstance(field, forms.ModelChoiceField)
        if self.file is not None:
            field.queryset = self.file.address_confirmations.in_force(self.today)
