"""Cases tied together, split, merged and reopened, and who may know of one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from casework.forms import ReasonForm
from casework.widths import half_width
from disputes.models import CaseRelation, ClaimItem, DisputeCase, Party
from disputes.querysets import READERS
from disputes.related import loose_relations
from organizations.models import Officer

from .fields import ColleaguesField
from .parts import CaseForm, long_text

KEY_DIGITS = 18


class OtherForm(ReasonForm):
    """Names another case the officer knows of, by its number or the key in its address."""

    other = forms.CharField(
        label=_("Number of the other case"),
        max_length=60,
        help_text=_("The case number, or for a case without one the number in its address."),
    )
    field_order = ["other", "reason"]

    def clean_other(self) -> DisputeCase:
        text = half_width(self.cleaned_data["other"])
        known = DisputeCase.objects.visible_to(self.officer).exclude(pk=self.file.pk)
        found: DisputeCase | None = known.filter(number=text).first() or known.filter(pk=key_in(text)).first()
        if found is None:
            raise forms.ValidationError(gettext("There is no other case of this number in your area."))
        return found


def key_in(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= KEY_DIGITS else 0


class MergeForm(OtherForm):
    carry_over = forms.BooleanField(
        label=_("Take its applicants, claims and workers into the other case"),
        required=False,
        help_text=_("Not when the same application was simply taken twice."),
    )
    field_order = ["other", "carry_over", "reason"]


class RelationField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    case: DisputeCase | None = None

    def label_from_instance(self, obj: CaseRelation) -> str:
        assert self.case
        return f"{obj.label_from(self.case)}: {obj.other_than(self.case)}"


class SeparateForm(ReasonForm):
    relation = RelationField(CaseRelation.objects.none(), label=_("Relation"), empty_label=_("Please choose"))
    field_order = ["relation", "reason"]

    def prepare(self) -> None:
        field = self.fields["relation"]
        assert isinstance(field, RelationField)
        field.case = self.file
        loose = [row.pk for row in loose_relations(self.file)] if self.file else []
        seen = DisputeCase.objects.visible_to(self.officer).values("pk")
        rows = CaseRelation.objects.filter(pk__in=loose, file__in=seen, other__in=seen)
        field.queryset = rows.select_related("file", "other")


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Party) -> str:
        return f"{obj.get_role_display()} · {obj.label}"


class ClaimsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: ClaimItem) -> str:
        return f"{obj} · {obj.claimant_label} · {obj.claimed:,.2f}"


class SplitForm(ReasonForm):
    applicants = PeopleField(Party.objects.none(), label=_("Applicants who go"), widget=forms.CheckboxSelectMultiple)
    claims = ClaimsField(
        ClaimItem.objects.none(), label=_("Claims that go"), required=False, widget=forms.CheckboxSelectMultiple
    )
    worker_count = forms.IntegerField(label=_("Workers who go"), min_value=1, max_value=100_000, initial=1)
    field_order = ["applicants", "claims", "worker_count", "reason"]

    def prepare(self) -> None:
        if self.file is None:
            return
        people, claims = self.fields["applicants"], self.fields["claims"]
        assert isinstance(people, PeopleField)
        assert isinstance(claims, ClaimsField)
        people.queryset = self.file.parties.filter(role=Party.Role.APPLICANT).select_related("file")
        claims.queryset = self.file.claims.select_related("file", "category__parent")


class ReopenForm(CaseForm):
    after = {"received_on": "closed_out_on"}
    received_on = DayField(
        label=_("Received on"), help_text=_("The time limits of the new case run from this day, not from the old one.")
    )
    facts = long_text(_("New facts"), rows=5, most=5000)
    reason = long_text(_("Reason for reopening"))


class RestrictForm(ReasonForm):
    officers = ColleaguesField(
        Officer.objects.none(),
        label=_("Officers who may know of it"),
        required=False,
        help_text=_("You yourself and the mediator of the case always may."),
    )
    field_order = ["officers", "reason"]

    def prepare(self) -> None:
        field = self.fields["officers"]
        assert isinstance(field, ColleaguesField)
        if self.file is None:
            return
        serving = Officer.objects.serving(self.today).filter(org=self.file.org, duty__in=READERS)
        field.queryset = serving.exclude(pk=self.officer.pk).select_related("user", "org").order_by("duty", "pk")
