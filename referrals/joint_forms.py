"""What is typed for a joint matter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import RowForm, RowsField
from casework.forms import VerbForm
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from referrals.content_forms import SOURCE_MODELS
from referrals.forms import (
    CHOOSE,
    LONG,
    another_office,
    day_of_consent,
    ground,
    offices_near,
    told_facts,
    why_another_office,
)
from referrals.models import JointSeat, Referral, ReferralKind
from supervision.models import SupervisionDocument


class KindField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A kind with the authority it goes to."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.label} · {obj.get_authority_kind_display()}"


class SeatRow(RowForm):
    """What one authority is asked. It goes to the office in charge of the place."""

    kind = KindField(ReferralKind.objects.outgoing(), label=gettext_lazy("Kind of referral"), empty_label=CHOOSE)
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000)


class OpenJointForm(VerbForm):
    case = forms.ModelChoiceField(DisputeCase.objects.none(), required=False, widget=forms.HiddenInput)
    order = forms.ModelChoiceField(WorkOrder.objects.none(), required=False, widget=forms.HiddenInput)
    document = forms.ModelChoiceField(SupervisionDocument.objects.none(), required=False, widget=forms.HiddenInput)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    facts = told_facts()
    legal_ground = ground()
    consent_on = day_of_consent()
    urgent = forms.BooleanField(label=gettext_lazy("Urgent"), required=False)
    seats = RowsField(
        SeatRow,
        min_rows=2,
        max_rows=12,
        spare=2,
        label=gettext_lazy("Authorities"),
        help_text=gettext_lazy(
            "At least two. Each gets its own referral to the office in charge, its clock and answer."
        ),
    )

    def prepare(self) -> None:
        for name, model in SOURCE_MODELS.items():
            field: Any = self.fields[name]
            field.queryset = model.objects.visible_to(self.officer)

    def clean(self) -> None:
        if len([name for name in SOURCE_MODELS if self.cleaned_data.get(name)]) != 1:
            raise forms.ValidationError(_("A joint matter comes from exactly one case, work order or document."))


class AddAuthorityForm(VerbForm):
    kind = KindField(ReferralKind.objects.outgoing(), label=gettext_lazy("Kind of referral"), empty_label=CHOOSE)
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000, widget=LONG)
    authority = another_office()
    override_reason = why_another_office()

    def prepare(self) -> None:
        near: Any = self.fields["authority"]
        near.queryset = offices_near(self.file.org)


class JoinForm(VerbForm):
    referral = forms.ModelChoiceField(Referral.objects.none(), label=gettext_lazy("Referral"), empty_label=CHOOSE)

    def prepare(self) -> None:
        field: Any = self.fields["referral"]
        own = {self.file.source_name: self.file.source}
        field.queryset = Referral.objects.visible_to(self.officer).filter(**own, seat=None)


class SeatField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A place by its authority and what it is asked."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.referral.authority} · {obj.referral.kind}"


class WaiveForm(VerbForm):
    seat = SeatField(JointSeat.objects.none(), label=gettext_lazy("Authority"), empty_label=CHOOSE)
    reason = forms.CharField(label=gettext_lazy("Why without an answer"), max_length=500, widget=LONG)

    def prepare(self) -> None:
        field: Any = self.fields["seat"]
        field.queryset = self.file.seats.filter(waived_at=None).select_related("referral__authority", "referral__kind")


class CloseJointForm(VerbForm):
    conclusion = forms.CharField(label=gettext_lazy("What the meeting concluded"), max_length=3000, widget=LONG)
