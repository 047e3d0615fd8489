"""Forms of the acts on many public letters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import policy_in
from casework.fields import DayField, PhoneField
from casework.forms import VerbForm
from organizations.models import Region
from supervision.forms.drafting import (
    ONE_IN_A_LINE,
    SubmitForm,
    check_season,
    occasion,
    to_be_published,
    valid_until,
)
from supervision.forms.matters import long_text

MOST = 200
LONGEST = 100  # of the line that names the employers addressed


class DraftLettersForm(SubmitForm):
    """The same letter for every area and trade chosen. Cleans to the list of addressees."""

    areas = forms.ModelMultipleChoiceField(
        Region.objects.none(),
        label=gettext_lazy("Areas"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Each area gets letters of its own."),
    )
    trades = forms.CharField(
        label=gettext_lazy("Trades"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One in a line. Without any: all employers of the area."),
    )
    occasion = occasion()
    valid_until = valid_until()
    publication = to_be_published()
    facts = long_text(gettext_lazy("Facts or risk"), help_text=ONE_IN_A_LINE)
    legal_basis = long_text(gettext_lazy("Legal basis"), help_text=gettext_lazy("One article in a line."))
    demands = long_text(gettext_lazy("What is to be done"), help_text=ONE_IN_A_LINE)
    contact_name = forms.CharField(label=gettext_lazy("Contact"), max_length=60, required=False)
    contact_phone = PhoneField(label=gettext_lazy("Telephone of the contact"), required=False)
    copies = forms.CharField(label=gettext_lazy("Copies to"), max_length=200, required=False)
    field_order = [
        *("areas", "trades", "occasion", "valid_until", "publication", "facts", "legal_basis", "demands"),
        *("contact_name", "contact_phone", "copies"),
    ]

    def prepare(self) -> None:
        field = self.fields["areas"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        region = self.officer.org.region if self.officer.org else None
        field.queryset = Region.objects.around(region, self.today) if region else Region.objects.none()
        self.initial.setdefault("facts", self.file.facts if self.file else "")

    def clean_trades(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["trades"].splitlines()]
        return list(dict.fromkeys(filter(None, lines)))

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        check_season(self)
        areas, trades = typed.pop("areas", None) or [], typed.pop("trades", [])
        region = self.officer.org.region if self.officer.org else None
        words = policy_in("public_letter_addressees", region, self.today)
        typed["addressees"] = [addressee(words, area.name, trade) for area in areas for trade in trades or [""]]
        if len(typed["addressees"]) > MOST:
            self.add_error("areas", _("At most %(count)d letters at once.") % {"count": MOST})
        if any(len(line) > LONGEST for line in typed["addressees"]):
            self.add_error("trades", _("At most %(count)d characters.") % {"count": LONGEST})
        return typed


class SignLettersForm(VerbForm):
    approved_on = DayField(label=gettext_lazy("Signed on"), required=False)

    def clean(self) -> dict[str, Any]:
        self.not_before("approved_on", self.file and self.file.received_on, _("the day the matter was registered"))
        return self.cleaned_data


class PublishLettersForm(VerbForm):
    publication = forms.CharField(label=gettext_lazy("Where it was published"), max_length=200)
    published_on = DayField(label=gettext_lazy("Published on"), required=False)

    def prepare(self) -> None:
        signed = self.file.documents.filter(state="approved").order_by("pk").first() if self.file else None
        self.initial.setdefault("publication", signed.publication if signed else "")

    def clean(self) -> dict[str, Any]:
        self.not_before("published_on", self.file and self.file.received_on, _("the day the matter was registered"))
        return self.cleaned_data


def addressee(words: dict[str, str], area: str, trade: str) -> str:
    """Whom a public letter addresses, such as the building firms of a county, in the words the federation has set."""
    return words["trade" if trade else "area"].format(area=area, trade=trade)
