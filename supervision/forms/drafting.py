"""Forms for drafting and signing a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.documents.pdf import NotPrintable, pdf_of
from casework.fields import DayField, PhoneField
from casework.forms import VerbForm
from organizations.models import Authority
from supervision.forms.matters import long_text
from supervision.letters import lines
from supervision.models import MatterEvidence, SupervisionDocument, SupervisionMatter
from supervision.picking import facts_of
from supervision.printing.sheets import draft_of

ONE_IN_A_LINE = gettext_lazy("One in a line; they are numbered in the letter.")
PUBLIC_ONLY = ("public_addressee", "occasion", "valid_until", "publication")
TEXT_FIELDS = (
    "addressee_address",
    *PUBLIC_ONLY,
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
    SupervisionDocument.Kind.OPINION.value: ("audience", "authority", *PUBLIC_ONLY),
    SupervisionDocument.Kind.RECOMMENDATION.value: ("audience", *PUBLIC_ONLY),
}


def occasion() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Season or occasion"),
        choices=[("", gettext_lazy("None in particular")), *SupervisionDocument.Occasion.choices],
        required=False,
        help_text=gettext_lazy("Only for a public letter: it opens with these words."),
    )


def valid_until() -> DayField:
    return DayField(
        label=gettext_lazy("Valid until"),
        required=False,
        starts_today=False,
        may_be_future=True,
        help_text=gettext_lazy("Only for a public letter: the last day on which it applies."),
    )


def to_be_published() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Where it will be published"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Only for a public letter: it is printed at its end."),
    )


def check_season(form: VerbForm) -> None:
    """A letter is not written for a time that is over."""
    last = form.cleaned_data.get("valid_until")
    if last and last < form.today:
        form.add_error("valid_until", _("This day has passed."))


def drop_season(typed: dict[str, Any]) -> None:
    """What was typed for a public letter before another was chosen has no field any more in which it could be emptied:
    it is left out, not refused.
    """
    typed.update({"public_addressee": "", "occasion": "", "valid_until": None, "publication": ""})


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
    occasion = occasion()
    valid_until = valid_until()
    publication = to_be_published()
    picked_facts = forms.MultipleChoiceField(
        label=gettext_lazy("Facts on record in the matter"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those chosen are added to the facts below."),
    )
    facts = long_text(gettext_lazy("Facts or risk"), required=False, help_text=ONE_IN_A_LINE)
    evidence = forms.ModelMultipleChoiceField(
        MatterEvidence.objects.none(),
        label=gettext_lazy("Evidence named in the document"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    legal_basis = long_text(
        gettext_lazy("Legal basis"), required=False, help_text=gettext_lazy("One article in a line.")
    )
    demands = long_text(gettext_lazy("What is to be done"), required=False, help_text=ONE_IN_A_LINE)
    contact_name = forms.CharField(label=gettext_lazy("Contact"), max_length=60, required=False)
    contact_phone = PhoneField(label=gettext_lazy("Telephone of the contact"), required=False)
    contact_address = forms.CharField(label=gettext_lazy("Address of the contact"), max_length=200, required=False)
    copies = forms.CharField(label=gettext_lazy("Copies to"), max_length=200, required=False)

    def offer_from(self, matter: SupervisionMatter | None) -> None:
        """What can be picked: facts on record that are not in the text yet, and the matter's list of evidence."""
        facts, evidence = self.fields["picked_facts"], self.fields["evidence"]
        assert isinstance(facts, forms.ChoiceField)
        assert isinstance(evidence, forms.ModelMultipleChoiceField)
        facts.choices = facts_of(matter) if matter else []
        evidence.queryset = matter.evidence.all() if matter else MatterEvidence.objects.none()
        for name in ("picked_facts", "evidence"):
            if not self.fields[name].choices:  # type: ignore[attr-defined]
                self.fields[name].widget = forms.MultipleHiddenInput()

    def add_picked(self) -> None:
        """Facts picked follow those typed, each once."""
        on_record = dict(self.fields["picked_facts"].choices)  # type: ignore[attr-defined]
        picked = [on_record[key] for key in self.cleaned_data.pop("picked_facts", [])]
        there = lines(self.cleaned_data.get("facts") or "")
        self.cleaned_data["facts"] = "\n".join([*there, *(fact for fact in picked if fact not in there)])


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
    field_order = ["matter", "kind", "audience", "authority", "waiver_reason", "picked_facts", "facts", "evidence"]

    def prepare(self) -> None:
        matter, authority = self.fields["matter"], self.fields["authority"]
        assert isinstance(matter, forms.ModelChoiceField)
        assert isinstance(authority, forms.ModelChoiceField)
        matter.queryset = SupervisionMatter.objects.visible_to(self.officer).for_page()
        region = self.officer.org.region if self.officer.org else None
        authority.queryset = Authority.objects.active().filter(region=region)
        hide(self, NOT_FOR.get(str(self.data.get("kind") or self.initial.get("kind")), ()))
        self.offer_from(self.matter_named())
        self.leave_out_season()

    def leave_out_season(self) -> None:
        """About one employer a public letter is the exception: what only it has is asked when it is chosen."""
        matter, audience = self.matter_named(), str(self.data.get("audience") or self.initial.get("audience") or "")
        if matter and matter.employer_id and audience != SupervisionDocument.Audience.PUBLIC:
            hide(self, PUBLIC_ONLY[1:])
        elif matter and matter.employer_id is None:
            hide(self, ["addressee_address"])

    def matter_named(self) -> SupervisionMatter | None:
        key = str(self.data.get("matter") or self.initial.get("matter") or "")
        field = self.fields["matter"]
        assert isinstance(field, forms.ModelChoiceField)
        assert field.queryset is not None
        return field.queryset.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        self.add_picked()
        typed["audience"] = typed.get("audience") or SupervisionDocument.Audience.TARGETED
        self.check_audience(typed)
        return typed

    def check_audience(self, typed: dict[str, Any]) -> None:
        kind, matter = typed.get("kind"), typed.get("matter")
        if typed["audience"] == SupervisionDocument.Audience.PUBLIC:
            check_season(self)
            if kind != SupervisionDocument.Kind.REMINDER_LETTER:
                self.add_error("audience", _("Only a reminder letter can be published."))
        elif matter and matter.employer_id is None:
            self.add_error("audience", _("This matter names no employer: its letter is published."))
        else:
            drop_season(typed)


class EditForm(TextForm):
    """The draft, with what was written so far."""

    def prepare(self) -> None:
        if self.file is not None:
            for name in TEXT_FIELDS:
                self.initial.setdefault(name, getattr(self.file, name))
            hide(self, ["addressee_address"] if self.file.is_public else PUBLIC_ONLY)
            self.offer_from(self.file.matter)
            self.initial.setdefault("evidence", [row.pk for row in self.file.evidence.all()])

    def clean(self) -> dict[str, Any]:
        """A request that leaves a field out leaves it as it was; on the page, nothing ticked means no evidence."""
        if self.file is not None:
            if "evidence" not in self.data and "version" not in self.data:
                self.cleaned_data["evidence"] = None
            for name in TEXT_FIELDS:
                if name not in self.data and name in self.cleaned_data:
                    self.cleaned_data[name] = getattr(self.file, name)
            self.check_public()
        self.add_picked()
        return self.cleaned_data

    def check_public(self) -> None:
        typed = self.cleaned_data
        if self.file.is_public:
            check_season(self)
        else:
            drop_season(typed)


class SubmitForm(VerbForm):
    no_conflict = forms.BooleanField(
        label=gettext_lazy("Nobody who drafted or investigated has an interest in the matter, own or of near relatives")
    )

    def clean(self) -> dict[str, Any]:
        """Signed and numbered, a document that no font can print could only be declared void."""
        if self.file is not None:
            try:
                pdf_of(draft_of(self.file))
            except NotPrintable as error:
                raise forms.ValidationError(error.reasons) from error
        return self.cleaned_data


class ApproveForm(VerbForm):
    approved_on = DayField(label=gettext_lazy("Signed on"), required=False)

    def clean(self) -> dict[str, Any]:
        matter = self.file.matter if self.file else None
        self.not_before("approved_on", matter and matter.received_on, _("the day the matter was registered"))
        return self.cleaned_data
