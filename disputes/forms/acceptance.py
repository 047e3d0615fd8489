"""The decision on an application, and what is found on looking into it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.models import Category
from disputes.models import DisputeCase
from disputes.models.choices import Advice, EndReason, Side
from organizations.models import Region

from .application import EXCLUSIONS, choose_category, choose_place
from .parts import CaseForm, long_text, reasons


class AskForm(CaseForm):
    record = "supplement_requests"
    after = {"asked_on": "received_on"}
    missing = long_text(gettext_lazy("Missing papers, all at once"), most=1000)
    asked_on = DayField(label=gettext_lazy("Asked on"))


class SupplyForm(CaseForm):
    after = {"supplied_on": "received_on"}
    supplied_on = DayField(label=gettext_lazy("Supplied on"))
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class AcceptForm(CaseForm):
    after = {"accepted_on": "received_on"}
    accepted_on = DayField(label=gettext_lazy("Accepted on"))
    both_sides_willing = forms.BooleanField(label=gettext_lazy("Neither side has refused mediation"))


class DeclineForm(CaseForm):
    after = {"declined_on": "received_on"}
    declined_on = DayField(label=gettext_lazy("Declined on"))
    end_reason = forms.ChoiceField(
        label=gettext_lazy("Ground"),
        choices=reasons(
            EndReason.OUT_OF_SCOPE,
            EndReason.REFUSAL,
            EndReason.PENDING,
            EndReason.ELSEWHERE,
            EndReason.UNREACHABLE,
            EndReason.OTHER,
        ),
    )
    exclusion = forms.ChoiceField(label=gettext_lazy("No labour dispute because"), choices=EXCLUSIONS, required=False)
    refused_by = forms.ChoiceField(
        label=gettext_lazy("Mediation refused by"), choices=[("", "—"), *Side.choices], required=False
    )
    advice = forms.ChoiceField(label=gettext_lazy("Way shown in writing"), choices=Advice.choices)
    reason = long_text(gettext_lazy("Reason"))

    def prepare(self) -> None:
        self.initial.setdefault("exclusion", self.file.exclusion)


class TransferForm(CaseForm):
    after = {"closed_on": "received_on"}
    closed_on = DayField(label=gettext_lazy("Passed on"))
    passed_to = forms.CharField(label=gettext_lazy("Body in charge"), max_length=100)
    reason = long_text(gettext_lazy("Reason"))
    advice = forms.ChoiceField(
        label=gettext_lazy("Way shown in writing"), choices=[("", "—"), *Advice.choices], required=False
    )


class AmendForm(CaseForm):
    """What the officer found on looking into the application; it opens with what stands there now."""

    category = forms.ModelChoiceField(Category.objects.none(), label=gettext_lazy("Category"), empty_label=None)
    legal_ground = forms.ChoiceField(label=gettext_lazy("Legal ground"), choices=DisputeCase.LegalGround.choices)
    exclusion = forms.ChoiceField(label=gettext_lazy("No labour dispute because"), choices=EXCLUSIONS, required=False)
    pending_elsewhere = forms.BooleanField(
        label=gettext_lazy("Decided or pending before arbitration or a court"), required=False
    )
    work_region = forms.ModelChoiceField(
        Region.objects.none(),
        label=gettext_lazy("Place of work, when elsewhere"),
        required=False,
        empty_label=gettext_lazy("In the own division"),
    )
    limitation_expires_on = DayField(
        label=gettext_lazy("Limitation of arbitration ends"),
        required=False,
        may_be_future=True,
        help_text=gettext_lazy("One year from when the worker knew; anew after each interruption (art. 27)."),
    )
    notice_read = forms.BooleanField(
        label=gettext_lazy("The applicant was given the notice on personal data"), required=False
    )
    reason = long_text(gettext_lazy("Reason"))

    def prepare(self) -> None:
        choose_category(self, self.file.received_on)
        choose_place(self, self.file.org)
        for name in ("category", "legal_ground", "exclusion", "pending_elsewhere", "work_region"):
            self.initial.setdefault(name, getattr(self.file, name))
        self.initial.setdefault("limitation_expires_on", self.file.limitation_expires_on)
        self.initial.setdefault("notice_read", bool(self.file.notice_read_on))
