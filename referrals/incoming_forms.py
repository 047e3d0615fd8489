"""What is typed, or told by an authority's system, for a matter laid before the union and for the steps on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, IdNumberField, MoneyField, PhoneField, RowForm, RowsField, USCCField
from casework.forms import VerbForm
from casework.models import Category
from organizations.models import Authority, UnionOrg
from referrals.content_forms import details_by_code, several
from referrals.detail_fields import PREFIX, collect, fields_of, spread
from referrals.forms import CHOOSE, LONG, papers
from referrals.models import Referral, ReferralKind, SpecialGroup


class PersonRow(RowForm):
    """A worker, as the sender names the person."""

    name = forms.CharField(label=gettext_lazy("Name of the person"), max_length=60)
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    service_address = forms.CharField(
        label=gettext_lazy("Address for service, when another"), max_length=200, required=False
    )


class EmployerRow(RowForm):
    name = forms.CharField(label=gettext_lazy("Employer"), max_length=200)
    uscc = USCCField(label=gettext_lazy("Credit code"), required=False)
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)


class ReceiveForm(VerbForm):
    """Who sends it is the authority of the officer who types, or the one chosen by an officer of the union."""

    kind = forms.ModelChoiceField(
        ReferralKind.objects.incoming(), label=gettext_lazy("Kind of referral"), empty_label=CHOOSE
    )
    authority = forms.ModelChoiceField(
        Authority.objects.active(), label=gettext_lazy("Sending authority"), required=False, empty_label=CHOOSE
    )
    org = forms.ModelChoiceField(
        UnionOrg.objects.none(),
        label=gettext_lazy("Union it goes to"),
        required=False,
        empty_label=gettext_lazy("The union of the place"),
    )
    received_on = DayField(label=gettext_lazy("Received on"))
    external_no = forms.CharField(label=gettext_lazy("Number at the authority"), max_length=60)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    facts = forms.CharField(label=gettext_lazy("Facts"), max_length=5000, widget=LONG)
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000, widget=LONG, required=False)
    details = details_by_code()
    applicants = RowsField(PersonRow, label=gettext_lazy("Workers"), max_rows=200)
    respondents = RowsField(EmployerRow, label=gettext_lazy("Employers"), max_rows=20)
    amount = MoneyField(label=gettext_lazy("Amount claimed (yuan)"), required=False)
    special_groups = several(gettext_lazy("Special groups among the workers"), SpecialGroup.choices)
    urgent = forms.BooleanField(label=gettext_lazy("Urgent"), required=False)
    papers = papers()

    open_prefix = PREFIX

    def prepare(self) -> None:
        org: Any = self.fields["org"]
        org.queryset = UnionOrg.objects.visible_to(self.officer)
        if self.officer.authority_id:
            del self.fields["authority"]
            self.narrow_kinds(ReferralKind.objects.incoming().filter(authority_kind=self.officer.authority.kind))  # type: ignore[union-attr]
        else:
            self.fields["authority"].required = True
        if kind := self.chosen():
            self.data = spread(self.data)
            self.fields.update(fields_of(kind, self.today))

    def narrow_kinds(self, kinds: Any) -> None:
        field: Any = self.fields["kind"]
        field.queryset = kinds

    def chosen(self) -> ReferralKind | None:
        code = (self.data.get("kind") if self.is_bound else None) or self.initial.get("kind")
        return ReferralKind.objects.incoming().filter(pk=code).first() if isinstance(code, str) else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("details", None)
        data["details"] = collect(data)
        self.check_kind(data.get("kind"), data.get("authority") or self.officer.authority, data["details"])
        return data

    def check_kind(self, kind: ReferralKind | None, sender: Authority | None, details: dict[str, str]) -> None:
        if kind is None or sender is None:
            return
        if kind.authority_kind != sender.kind:
            self.add_error("kind", _("This authority does not send referrals of this kind."))
        missing = [f["label"] for f in kind.fields if f["required"] and f["code"] not in details]
        if missing:
            self.add_error(None, _("Still to be filled in: %(fields)s.") % {"fields": "、".join(missing)})
        if kind.origin and not (self.cleaned_data.get("applicants") and self.cleaned_data.get("respondents")):
            self.add_error(
                "applicants", _("Please name the worker and the employer: a dispute case is opened from it.")
            )


class SignInForm(VerbForm):
    acked_on = DayField(label=gettext_lazy("Signed for on"))

    def clean(self) -> None:
        self.not_before("acked_on", self.file.sent_on, _("the day it was received"))


class OpenCaseForm(VerbForm):
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=gettext_lazy("Category"),
        empty_label=CHOOSE,
        help_text=gettext_lazy("Parties, facts and papers are taken over as they came."),
    )
    worker_count = forms.IntegerField(
        label=gettext_lazy("Workers in all"), min_value=1, max_value=1_000_000, required=False
    )

    def prepare(self) -> None:
        field: Any = self.fields["category"]
        field.queryset = Category.objects.in_use(self.today)
        self.initial.setdefault("worker_count", max(len(self.file.passed_data.get("applicants", [])), 1))


class TakeOnForm(VerbForm):
    decided_on = DayField(label=gettext_lazy("Taken on on"))
    decision = forms.CharField(label=gettext_lazy("Remarks"), max_length=2000, required=False, widget=LONG)

    def clean(self) -> None:
        self.not_before("decided_on", self.file.acked_on, _("the day it was signed for"))


class AskOtherSideForm(VerbForm):
    asked_on = DayField(label=gettext_lazy("Other side asked on"))

    def clean(self) -> None:
        self.not_before("asked_on", self.file.decided_on, _("the day it was taken on"))


class SendBackForm(VerbForm):
    returned_code = forms.ChoiceField(label=gettext_lazy("Why it is sent back"), choices=Referral.ReturnReason.choices)
    returned_reason = forms.CharField(label=gettext_lazy("Explanation"), max_length=1000, widget=LONG)


class HandBackForm(VerbForm):
    handed_on = DayField(label=gettext_lazy("Handed to the sender on"))

    def clean(self) -> None:
        self.not_before("handed_on", self.file.result_on, _("the day of the result"))
