"""What is typed for each step of a referral."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import VerbForm
from organizations.models import Authority
from referrals.models import HandOver, Referral

LONG = forms.Textarea(attrs={"rows": 5})
CHOOSE = gettext_lazy("Please choose")
IN_CHARGE = gettext_lazy("The office in charge of the place")


def papers(*, required: bool = False, **kwargs: Any) -> AttachmentsField:
    kwargs.setdefault("label", gettext_lazy("Papers"))
    help_text = gettext_lazy("PDF, Word, Excel, pictures, sound or film; up to 20 MB each.")
    return AttachmentsField(required=required, help_text=help_text, **kwargs)


def told_facts() -> forms.CharField:
    help_text = gettext_lazy("Only what the authority needs. Numbers of identity belong into the papers.")
    return forms.CharField(label=gettext_lazy("Facts"), max_length=5000, widget=LONG, help_text=help_text)


def ground() -> forms.ChoiceField:
    """The ground on which personal data are passed on (Personal Information Protection Law arts 13, 23)."""
    return forms.ChoiceField(
        label=gettext_lazy("Ground for passing personal data on"),
        choices=[("", gettext_lazy("Not recorded yet")), *Referral.LegalGround.choices],
        required=False,
        help_text=gettext_lazy("Needed before the referral is approved."),
    )


def day_of_consent() -> DayField:
    return DayField(
        label=gettext_lazy("The person concerned agreed on"),
        required=False,
        starts_today=False,
        help_text=gettext_lazy("Needed when consent is the ground."),
    )


def another_office() -> forms.ModelChoiceField[Authority]:
    return forms.ModelChoiceField(
        Authority.objects.active(),
        label=gettext_lazy("Authority"),
        required=False,
        empty_label=IN_CHARGE,
        help_text=gettext_lazy("Leave it to the office in charge unless there is a reason for another one."),
    )


def why_another_office() -> forms.CharField:
    return forms.CharField(label=gettext_lazy("Why not the office in charge"), max_length=200, required=False)


def offices_near(org: Any) -> QuerySet[Authority]:
    """Offices that may be named for a place: those of its prefecture and of the levels above."""
    region = org.region
    prefecture = region.code[:4]
    above = Authority.objects.active().filter(region__in=region.lineage)
    near = Authority.objects.active().filter(region__code__startswith=prefecture)
    return (near | above).distinct().select_related("region")


class HandOverForm(VerbForm):
    handed_on = DayField(label=gettext_lazy("Handed over on"))
    manner = forms.ChoiceField(
        label=gettext_lazy("Manner of service"), choices=HandOver.Manner.choices, initial=HandOver.Manner.DIRECT
    )
    received_by = forms.CharField(
        label=gettext_lazy("Who took it"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("The person, mail room or gatehouse that signed."),
    )
    tracking_no = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)
    papers = papers(required=True, label=gettext_lazy("Proof of service"))

    def clean(self) -> None:
        self.not_before("handed_on", timezone.localdate(self.file.opened_at), _("the day of the draft"))
        needed = {HandOver.Manner.DIRECT: "received_by", HandOver.Manner.POSTAL: "tracking_no"}
        name = needed.get(self.cleaned_data.get("manner", ""), "")
        if name and not self.cleaned_data.get(name):
            self.add_error(name, _("Needed for this manner of service."))


def name_own_number(form: VerbForm) -> None:
    """To the authority itself the number is its own."""
    if form.officer.authority_id:
        form.fields["external_no"].label = _("Number of our own office")


class AcknowledgeForm(VerbForm):
    acked_on = DayField(label=gettext_lazy("Signed for on"))
    external_no = forms.CharField(label=gettext_lazy("Number at the authority"), max_length=60, required=False)

    def prepare(self) -> None:
        name_own_number(self)

    def clean(self) -> None:
        self.not_before("acked_on", self.file.sent_on, _("the day it was delivered"))


class AcceptForm(VerbForm):
    decided_on = DayField(label=gettext_lazy("Taken on on"))
    external_no = forms.CharField(label=gettext_lazy("Number at the authority"), max_length=60)
    decision = forms.CharField(label=gettext_lazy("Remarks"), max_length=2000, required=False, widget=LONG)

    def prepare(self) -> None:
        name_own_number(self)
        self.initial.setdefault("external_no", self.file.external_no)

    def clean(self) -> None:
        self.not_before("decided_on", self.file.acked_on, _("the day it was signed for"))


class ReturnForm(VerbForm):
    returned_code = forms.ChoiceField(label=gettext_lazy("Why it is sent back"), choices=Referral.ReturnReason.choices)
    returned_reason = forms.CharField(label=gettext_lazy("Explanation"), max_length=1000, widget=LONG)


class CompleteForm(VerbForm):
    result = forms.CharField(label=gettext_lazy("Outcome at the authority"), widget=forms.Select)
    result_on = DayField(label=gettext_lazy("Date of the result"))
    result_text = forms.CharField(label=gettext_lazy("Result in words"), max_length=3000, required=False, widget=LONG)
    papers = papers()

    def prepare(self) -> None:
        select: Any = self.fields["result"].widget
        select.choices = [("", CHOOSE), *self.outcomes]

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return list(self.file.outcomes())

    def clean_result(self) -> str:
        code: str = self.cleaned_data["result"]
        if code not in dict(self.outcomes):
            raise forms.ValidationError(_("This outcome does not belong to the kind of referral."))
        return code

    def clean(self) -> None:
        self.not_before("result_on", self.file.decided_on or self.file.acked_on, _("the day it was taken on"))


class RecordForm(VerbForm):
    told_on = DayField(label=gettext_lazy("The person who asked was told on"))

    def clean(self) -> None:
        self.not_before("told_on", self.file.result_on, _("the day of the result"))


class RerouteForm(VerbForm):
    authority = forms.ModelChoiceField(Authority.objects.active(), label=gettext_lazy("Authority"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)

    def prepare(self) -> None:
        near: Any = self.fields["authority"]
        near.queryset = offices_near(self.file.org).filter(kind=self.file.kind.authority_kind)
