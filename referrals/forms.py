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
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from organizations.models import Authority
from referrals.models import HandOver, Referral, ReferralKind
from supervision.models import SupervisionDocument

LONG = forms.Textarea(attrs={"rows": 5})
CHOOSE = gettext_lazy("Please choose")
IN_CHARGE = gettext_lazy("The office in charge of the place")


def papers(*, required: bool = False, **kwargs: Any) -> AttachmentsField:
    kwargs.setdefault("label", gettext_lazy("Papers"))
    help_text = gettext_lazy("PDF, Word, Excel, pictures, sound or film; up to 20 MB each.")
    return AttachmentsField(required=required, help_text=help_text, **kwargs)


def offices_near(org: Any) -> QuerySet[Authority]:
    """Offices that may be named for a place: those of its prefecture and of the levels above."""
    region = org.region
    prefecture = region.code[:4]
    above = Authority.objects.active().filter(region__in=region.lineage)
    near = Authority.objects.active().filter(region__code__startswith=prefecture)
    return (near | above).distinct().select_related("region")


class KindField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A kind with the authority it goes to."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.label} · {obj.get_authority_kind_display()}"


class ContentForm(VerbForm):
    """What is asked of whom."""

    kind = KindField(ReferralKind.objects.outgoing(), label=gettext_lazy("Kind of referral"), empty_label=CHOOSE)
    authority = forms.ModelChoiceField(
        Authority.objects.active(),
        label=gettext_lazy("Authority"),
        required=False,
        empty_label=IN_CHARGE,
        help_text=gettext_lazy("Leave it to the office in charge unless there is a reason for another one."),
    )
    override_reason = forms.CharField(
        label=gettext_lazy("Why not the office in charge"), max_length=200, required=False
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    facts = forms.CharField(
        label=gettext_lazy("Facts"),
        max_length=5000,
        widget=LONG,
        help_text=gettext_lazy("Only what the authority needs. Numbers of identity belong into the papers."),
    )
    request = forms.CharField(label=gettext_lazy("What is asked"), max_length=2000, widget=LONG)
    legal_ground = forms.ChoiceField(
        label=gettext_lazy("Ground for passing personal data on"),
        choices=[("", gettext_lazy("Not recorded yet")), *Referral.LegalGround.choices],
        required=False,
        help_text=gettext_lazy("Needed before the referral is approved."),
    )
    urgent = forms.BooleanField(label=gettext_lazy("Urgent"), required=False)
    channel = forms.ChoiceField(
        label=gettext_lazy("Way of delivery"),
        choices=[("", gettext_lazy("The usual way of this authority")), *Referral.Channel.choices],
        required=False,
    )
    papers = papers()

    def origin(self) -> Any:
        """The file the referral comes from, once it is known."""
        return None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        origin, kind, named = self.origin(), data.get("kind"), data.get("authority")
        if origin and kind:
            self.check_office(kind, named, Authority.objects.in_charge(kind.authority_kind, origin.org.region))
        return data

    def check_office(self, kind: ReferralKind, named: Authority | None, proposed: Authority | None) -> None:
        if not (named or proposed):
            self.add_error("authority", _("No authority of this kind is entered for this place. Please choose one."))
        elif named and named.kind != kind.authority_kind:
            self.add_error("authority", _("This authority does not handle referrals of this kind."))
        elif named and named != proposed and not self.cleaned_data.get("override_reason"):
            self.add_error("override_reason", _("Please say why it is not sent to the office in charge."))


class ReferForm(ContentForm):
    """Names exactly one file as the source."""

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

    def prepare(self) -> None:
        for name, model in (("case", DisputeCase), ("order", WorkOrder), ("document", SupervisionDocument)):
            field: Any = self.fields[name]
            field.queryset = model.objects.visible_to(self.officer).select_related("org__region")
        if self.officer.org:
            near: Any = self.fields["authority"]
            near.queryset = offices_near(self.officer.org)

    def origin(self) -> Any:
        named = [self.cleaned_data[name] for name in ("case", "order", "document") if self.cleaned_data.get(name)]
        return named[0] if len(named) == 1 else None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.origin() is None and not {"case", "order", "document"} & set(self.errors):
            raise forms.ValidationError(_("A referral comes from exactly one case, work order or document."))
        return data


class EditForm(ContentForm):
    def prepare(self) -> None:
        near: Any = self.fields["authority"]
        near.queryset = offices_near(self.file.org)
        names = (
            "kind",
            "authority",
            "override_reason",
            "subject",
            "facts",
            "request",
            "legal_ground",
            "urgent",
            "channel",
        )
        for name in names:
            self.initial.setdefault(name, getattr(self.file, name))

    def origin(self) -> Any:
        return self.file


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


class AcknowledgeForm(VerbForm):
    acked_on = DayField(label=gettext_lazy("Signed for on"))
    external_no = forms.CharField(label=gettext_lazy("Number at the authority"), max_length=60, required=False)

    def clean(self) -> None:
        self.not_before("acked_on", self.file.sent_on, _("the day it was delivered"))


class AcceptForm(VerbForm):
    decided_on = DayField(label=gettext_lazy("Taken on on"))
    external_no = forms.CharField(label=gettext_lazy("Number at the authority"), max_length=60)
    decision = forms.CharField(label=gettext_lazy("Remarks"), max_length=2000, required=False, widget=LONG)

    def prepare(self) -> None:
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
        return [(code, label) for code, label in self.file.kind.outcomes]

    def clean_result(self) -> str:
        code: str = self.cleaned_data["result"]
        if code not in dict(self.outcomes):
            raise forms.ValidationError(_("This outcome does not belong to the kind of referral."))
        return code

    def clean(self) -> None:
        self.not_before("result_on", self.file.decided_on, _("the day it was taken on"))


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
