"""What is typed for a referral itself: what is asked of whom, on what ground, with which data of the file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, PairsField
from casework.forms import VerbForm
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from organizations.models import Authority
from referrals.detail_fields import PREFIX, collect, fields_of, spread
from referrals.forms import (
    CHOOSE,
    LONG,
    another_office,
    day_of_consent,
    ground,
    offices_near,
    papers,
    told_facts,
    why_another_office,
)
from referrals.models import OfficeRule, Referral, ReferralKind, SpecialGroup
from referrals.sharing import ITEMS
from supervision.models import SupervisionDocument

CONTENT = (
    *("act", "authority", "override_reason", "subject", "facts", "request", "special_groups", "shared", "legal_ground"),
    *("consent_on", "legal_basis", "agreed_due_on", "enclosed", "urgent", "channel"),
)
SOURCE_MODELS: dict[str, Any] = {"case": DisputeCase, "order": WorkOrder, "document": SupervisionDocument}


def several(label: Any, choices: list[tuple[str, Any]], **kwargs: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )


def details_by_code() -> PairsField:
    """In a body of the API only; a page has a field for each instead."""
    return PairsField(
        label=gettext_lazy("Details of the kind, each by its code"),
        required=False,
        help_text=gettext_lazy("The codes of each kind are listed by /api/v1/referral-kinds/."),
    )


class ContentForm(VerbForm):
    """The kind decides which acts, details, papers, grounds and data there are to choose from."""

    act = forms.ChoiceField(
        label=gettext_lazy("What the union does with its file"),
        choices=[("", gettext_lazy("As usual for this kind")), *ReferralKind.Act.choices],
        required=False,
    )
    authority = another_office()
    override_reason = why_another_office()
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    facts = told_facts()
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000, widget=LONG)
    details = details_by_code()
    special_groups = several(gettext_lazy("Special groups among the workers"), SpecialGroup.choices)
    shared = several(
        gettext_lazy("Data of the file that are passed on"),
        list(ITEMS.items()),
        help_text=gettext_lazy("Only what the authority needs for this. Nothing else of the file is sent."),
    )
    legal_ground = ground()
    consent_on = day_of_consent()
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis"), max_length=300, required=False)
    agreed_due_on = DayField(
        label=gettext_lazy("Result agreed for"),
        required=False,
        may_be_future=True,
        help_text=gettext_lazy("Where both sides agreed on a day; else the period of the kind runs."),
    )
    enclosed = forms.MultipleChoiceField(label=gettext_lazy("Papers enclosed"), required=False)
    urgent = forms.BooleanField(label=gettext_lazy("Urgent"), required=False)
    channel = forms.ChoiceField(
        label=gettext_lazy("Way of delivery"),
        choices=[("", gettext_lazy("The usual way of this authority")), *Referral.Channel.choices],
        required=False,
    )
    papers = papers()

    open_prefix = PREFIX

    def kind_of_file(self) -> ReferralKind | None:
        """The kind of referral, once it is known."""
        return None

    def origin(self) -> Any:
        """The file the referral comes from, once it is known."""
        return None

    def prepare(self) -> None:
        kind = self.kind_of_file()
        if kind:
            self.fit(kind)

    def fit(self, kind: ReferralKind) -> None:
        """Leave what the kind knows. A body of the API tells details in one object, a page in a field for each."""
        self.narrow("act", kind.acts)
        self.narrow("shared", kind.shares)
        self.narrow("legal_ground", kind.grounds)
        enclosed: Any = self.fields["enclosed"]
        enclosed.widget = forms.CheckboxSelectMultiple()
        enclosed.choices = [(code, label) for code, label, _needed in kind.papers]
        self.initial.setdefault("legal_basis", kind.basis)
        if not kind.papers:
            del self.fields["enclosed"]
        if not kind.by_agreement:
            del self.fields["agreed_due_on"]
        self.data = spread(self.data)
        self.fields.update(fields_of(kind, self.today))
        self.order_fields([*self.fields_before_details(), *[n for n in self.fields if n.startswith(PREFIX)]])

    def fields_before_details(self) -> list[str]:
        names = list(self.base_fields)
        return [name for name in names[: names.index("details")] if name in self.fields]

    def narrow(self, name: str, codes: list[str]) -> None:
        field: Any = self.fields[name]
        field.choices = [(code, label) for code, label in field.choices if not code or code in codes]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.gather_details(data)
        origin, kind, named = self.origin(), self.kind_of_file(), data.get("authority")
        if origin and kind and "authority" not in self.errors:
            self.check_office(kind, named, OfficeRule.objects.proposed(kind, origin).office)
        return data

    def clean_act(self) -> str:
        kind = self.kind_of_file()
        return self.cleaned_data["act"] or (kind.usual_act if kind else "")

    def gather_details(self, data: dict[str, Any]) -> None:
        given = data.pop("details", None) or {}
        told = collect(data)
        kind = self.kind_of_file()
        known = {spec["code"] for spec in kind.fields} if kind else set()
        if unknown := set(given) - known:
            self.add_error(None, _("This kind has no such detail: %(codes)s.") % {"codes": ", ".join(sorted(unknown))})
        data["details"] = told

    def check_office(self, kind: ReferralKind, named: Authority | None, proposed: Authority | None) -> None:
        if not (named or proposed):
            self.add_error("authority", _("No authority of this kind is entered for this place. Please choose one."))
        elif named and named.kind != kind.authority_kind:
            self.add_error("authority", _("This authority does not handle referrals of this kind."))
        elif named and named != proposed and not self.cleaned_data.get("override_reason"):
            self.add_error("override_reason", _("Please say why it is not sent to the office in charge."))


class ReferForm(ContentForm):
    """Names exactly one file as the source. On a page the kind was chosen before; it stays with the form."""

    kind = forms.ModelChoiceField(
        ReferralKind.objects.outgoing(), label=gettext_lazy("Kind of referral"), empty_label=CHOOSE
    )
    case = forms.ModelChoiceField(
        DisputeCase.objects.none(), label=gettext_lazy("Dispute case"), required=False, widget=forms.HiddenInput
    )
    order = forms.ModelChoiceField(
        WorkOrder.objects.none(), label=gettext_lazy("Work order"), required=False, widget=forms.HiddenInput
    )
    document = forms.ModelChoiceField(
        SupervisionDocument.objects.none(),
        label=gettext_lazy("Supervision document"),
        required=False,
        widget=forms.HiddenInput,
    )

    def kind_of_file(self) -> ReferralKind | None:
        code = (self.data.get("kind") if self.is_bound else None) or self.initial.get("kind")
        kinds = ReferralKind.objects.outgoing()
        return kinds.filter(pk=code).first() if isinstance(code, str) else None

    def prepare(self) -> None:
        for name, model in SOURCE_MODELS.items():
            field: Any = self.fields[name]
            field.queryset = model.objects.visible_to(self.officer).select_related("org__region")
        if self.officer.org:
            near: Any = self.fields["authority"]
            near.queryset = offices_near(self.officer.org)
        super().prepare()

    def fit(self, kind: ReferralKind) -> None:
        super().fit(kind)
        self.fields["kind"].widget = forms.HiddenInput()
        near: Any = self.fields["authority"]
        near.queryset = near.queryset.filter(kind=kind.authority_kind)

    def origin(self) -> Any:
        named = [self.cleaned_data[name] for name in SOURCE_MODELS if self.cleaned_data.get(name)]
        return named[0] if len(named) == 1 else None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.origin() is None and not SOURCE_MODELS.keys() & set(self.errors):
            raise forms.ValidationError(_("A referral comes from exactly one case, work order or document."))
        return data


class EditForm(ContentForm):
    """The draft; its kind stays."""

    def kind_of_file(self) -> ReferralKind | None:
        kind: ReferralKind | None = self.file.kind if self.file else None
        return kind

    def prepare(self) -> None:
        near: Any = self.fields["authority"]
        near.queryset = offices_near(self.file.org).filter(kind=self.file.kind.authority_kind)
        for name in CONTENT:
            self.initial.setdefault(name, getattr(self.file, name))
        for code, value in self.file.details.items():
            self.initial.setdefault(PREFIX + code, value)
        super().prepare()

    def origin(self) -> Any:
        return self.file.source
