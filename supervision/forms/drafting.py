"""Forms for drafting and signing a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, PhoneField
from casework.forms import VerbForm
from organizations.models import Authority
from supervision.forms.matters import long_text
from supervision.models import SupervisionDocument, SupervisionMatter

ONE_IN_A_LINE = gettext_lazy("One in a line; they are numbered in the letter.")
TEXT_FIELDS = (
    "addressee_address",
    "public_addressee",
    "facts",
    "legal_basis",
    "demands",
    "contact_name",
    "contact_phone",
    "contact_address",
    "copies",
)


NOT_FOR = {
    SupervisionDocument.Kind.REMINDER_LETTER.value: ("authority", "waiver_reason"),
    SupervisionDocument.Kind.OPINION.value: ("audience", "authority", "public_addressee"),
    SupervisionDocument.Kind.RECOMMENDATION.value: ("audience", "public_addressee"),
}


def hide(form: forms.Form, names: Iterable[str]) -> None:
    """What this kind of document does not have is not asked on the page."""
    for name in names:
        form.fields[name].widget = forms.HiddenInput()


class TextForm(VerbForm):
    """The parts of the letter a person writes. They may still be missing in a draft."""

    addressee_address = forms.CharField(label=gettext_lazy("Address for service"), max_length=200, required=False)
    public_addressee = forms.CharField(
        label=gettext_lazy("Employers addressed"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Only for a public letter: the employers of which area or trade."),
    )
    facts = long_text(gettext_lazy("Facts or risk"), required=False, help_text=ONE_IN_A_LINE)
    legal_basis = long_text(
        gettext_lazy("Legal basis"), required=False, help_text=gettext_lazy("One article in a line.")
    )
    demands = long_text(gettext_lazy("What is to be done"), required=False, help_text=ONE_IN_A_LINE)
    contact_name = forms.CharField(label=gettext_lazy("Contact"), max_length=60, required=False)
    contact_phone = PhoneField(label=gettext_lazy("Telephone of the contact"), required=False)
    contact_address = forms.CharField(label=gettext_lazy("Address of the contact"), max_length=200, required=False)
    copies = forms.CharField(label=gettext_lazy("Copies to"), max_length=200, required=False)


class CreateForm(TextForm):
    """A new document of a matter."""

    matter = forms.ModelChoiceField(
        SupervisionMatter.objects.none(), label=gettext_lazy("Supervision matter"), widget=forms.HiddenInput()
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of document"), choices=SupervisionDocument.Kind.choices, widget=forms.HiddenInput()
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Audience"),
        choices=SupervisionDocument.Audience.choices,
        required=False,
        initial=SupervisionDocument.Audience.TARGETED,
    )
    authority = forms.ModelChoiceField(
        Authority.objects.none(),
        label=gettext_lazy("Authority addressed"),
        required=False,
        help_text=gettext_lazy("Only for a recommendation; without a choice the HR office at the same level."),
    )
    waiver_reason = long_text(
        gettext_lazy("Why an earlier document is skipped"),
        rows=2,
        required=False,
        help_text=gettext_lazy("Only where the facts are clear and grave."),
    )
    field_order = ["matter", "kind", "audience", "authority", "waiver_reason"]

    def prepare(self) -> None:
        matter, authority = self.fields["matter"], self.fields["authority"]
        assert isinstance(matter, forms.ModelChoiceField)
        assert isinstance(authority, forms.ModelChoiceField)
        matter.queryset = SupervisionMatter.objects.visible_to(self.officer).for_page()
        region = self.officer.org.region if self.officer.org else None
        authority.queryset = Authority.objects.active().filter(region=region)
        hide(self, NOT_FOR.get(str(self.data.get("kind") or self.initial.get("kind")), ()))

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        typed["audience"] = typed.get("audience") or SupervisionDocument.Audience.TARGETED
        self.check_audience(typed)
        return typed

    def check_audience(self, typed: dict[str, Any]) -> None:
        kind, matter = typed.get("kind"), typed.get("matter")
        if typed["audience"] == SupervisionDocument.Audience.PUBLIC:
            if kind != SupervisionDocument.Kind.REMINDER_LETTER:
                self.add_error("audience", _("Only a reminder letter can be published."))
        elif matter and matter.employer_id is None:
            self.add_error("audience", _("This matter names no employer: its letter is published."))


class EditForm(TextForm):
    """The draft, with what was written so far."""

    def prepare(self) -> None:
        if self.file is not None:
            for name in TEXT_FIELDS:
                self.initial.setdefault(name, getattr(self.file, name))
            hide(self, ["addressee_address"] if self.file.is_public else ["public_addressee"])

    def clean(self) -> dict[str, Any]:
        """A request that leaves a field out leaves it as it was."""
        if self.file is not None:
            for name in TEXT_FIELDS:
                if name not in self.data and name in self.cleaned_data:
                    self.cleaned_data[name] = getattr(self.file, name)
        return self.cleaned_data


class SubmitForm(VerbForm):
    no_conflict = forms.BooleanField(
        label=gettext_lazy("Nobody who drafted or investigated has an interest in the matter, own or of near relatives")
    )


class ApproveForm(VerbForm):
    approved_on = DayField(label=gettext_lazy("Signed on"), required=False)

    def clean(self) -> dict[str, Any]:
        matter = self.file.matter if self.file else None
        self.not_before("approved_on", matter and matter.received_on, _("the day the matter was registered"))
        return self.cleaned_data
