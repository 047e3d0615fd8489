"""Who takes part: parties, their proxies, the representatives of a group."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, IdNumberField, PhoneField, USCCField
from disputes.models import Party, Proxy
from disputes.models.choices import Capacity

from .fields import PartyField
from .parts import CaseForm, long_text

UNCHOSEN = [("", "—")]


class PartiesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Party) -> str:
        return obj.label


class ProxyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Proxy) -> str:
        return f"{obj.party.get_role_display()} · {obj.party.label} · {obj.label}"


class PeopleForm(CaseForm):
    """Its reason stays in the history for good, so it names nobody."""

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        names = {party.name for party in self.file.parties.filter(employer=None)} | {self.cleaned_data.get("name")}
        if any(name and name in reason for name in names):
            raise forms.ValidationError(_("Please leave names out of the reason: it stays in the history for good."))
        return reason


class PartyForm(PeopleForm):
    """What is known of a party."""

    name = forms.CharField(label=gettext_lazy("Name of the party"), max_length=200)
    capacity = forms.ChoiceField(
        label=gettext_lazy("Capacity of a unit"), choices=[*UNCHOSEN, *Capacity.choices], required=False
    )
    uscc = USCCField(label=gettext_lazy("Credit code"), required=False)
    legal_representative = forms.CharField(
        label=gettext_lazy("Legal representative of a unit"), max_length=60, required=False
    )
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    service_address = forms.CharField(
        label=gettext_lazy("Address for service, when another"), max_length=200, required=False
    )
    electronic_service = forms.BooleanField(label=gettext_lazy("Agrees to electronic service"), required=False)
    needs = forms.CharField(label=gettext_lazy("Language and other needs"), max_length=100, required=False)
    is_minor = forms.BooleanField(label=gettext_lazy("Under 18"), required=False)
    guardian = forms.CharField(label=gettext_lazy("Guardian, for somebody under 18"), max_length=60, required=False)
    reason = long_text(gettext_lazy("Reason"))


class AddPartyForm(PartyForm):
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Party.Role.choices)
    field_order = ["role", "name"]


class CorrectPartyForm(PartyForm):
    """Nothing of a party is shown for correction: what is left empty stays."""

    party = PartyField(Party.objects.none(), label=gettext_lazy("Party"))
    field_order = ["party", "name"]

    def prepare(self) -> None:
        offer_parties(self, "party")
        self.fields["name"].required = False
        self.fields["name"].help_text = gettext_lazy("What is left empty stays as it is.")
        for name in ("electronic_service", "is_minor"):
            self.fields[name] = forms.NullBooleanField(label=self.fields[name].label, required=False)


def offer_parties(form: CaseForm, name: str, **only: Any) -> None:
    field: Any = form.fields[name]
    field.queryset = form.file.parties.filter(ended_on=None, **only).select_related("employer", "file")


class EndPartyForm(PeopleForm):
    after = {"ended_on": "received_on"}
    party = PartyField(Party.objects.none(), label=gettext_lazy("Party"))
    ended_on = DayField(label=gettext_lazy("Party until"))
    reason = long_text(gettext_lazy("Reason"))

    def prepare(self) -> None:
        offer_parties(self, "party")


class AddProxyForm(CaseForm):
    party = PartyField(Party.objects.none(), label=gettext_lazy("Acts for"))
    name = forms.CharField(label=gettext_lazy("Name of the proxy"), max_length=60)
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    relation = forms.ChoiceField(label=gettext_lazy("Relation"), choices=Proxy.Relation.choices)
    powers = forms.ChoiceField(
        label=gettext_lazy("Powers"),
        choices=Proxy.Powers.choices,
        help_text=gettext_lazy("To settle or to waive a claim takes special powers."),
    )
    authorised_on = DayField(label=gettext_lazy("Authorised on"))
    papers = AttachmentsField(label=gettext_lazy("Written power"))

    def prepare(self) -> None:
        offer_parties(self, "party")


class EndProxyForm(PeopleForm):
    proxy = ProxyField(Proxy.objects.none(), label=gettext_lazy("Proxy"))
    ended_on = DayField(label=gettext_lazy("Authorised until"))
    reason = long_text(gettext_lazy("Reason"))

    def prepare(self) -> None:
        field: Any = self.fields["proxy"]
        rows = Proxy.objects.filter(party__file=self.file, ended_on=None)
        field.queryset = rows.select_related("party__employer", "party__file")


class ElectForm(CaseForm):
    representatives = PartiesField(
        Party.objects.none(),
        label=gettext_lazy("Representatives"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Chosen among the applicants; name them as parties first."),
    )
    elected_on = DayField(label=gettext_lazy("Elected on"))
    may_settle = forms.BooleanField(
        label=gettext_lazy("The group has authorised them to settle in its name"), required=False
    )
    papers = AttachmentsField(label=gettext_lazy("List signed by the workers"))

    def prepare(self) -> None:
        offer_parties(self, "representatives", role=Party.Role.APPLICANT)
