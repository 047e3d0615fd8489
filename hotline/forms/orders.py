"""What is typed for the steps of a work order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, MoneyField, USCCField
from casework.forms import VerbForm
from casework.models import Category, DeadlineRule
from disputes.models import DisputeCase
from hotline.models import WorkOrder
from hotline.querysets import OrderQuerySet
from hotline.units import unit_of
from organizations.models import Duty, Officer, UnionOrg
from supervision.models import SupervisionTopic

from .parts import YES_NO, OfficerField, choose, long_text, people

LegalGround = DisputeCase.LegalGround
# The item of article 2 of the Mediation and Arbitration Law a cause group falls under.
GROUNDS = {
    "pay": LegalGround.PAY,
    "injury": LegalGround.PAY,
    "social_insurance": LegalGround.CONDITIONS,
    "hours": LegalGround.CONDITIONS,
    "conclusion": LegalGround.CONTRACT,
    "change": LegalGround.CONTRACT,
    "dissolution": LegalGround.LEAVING,
    "ending": LegalGround.LEAVING,
}


class DispatchForm(VerbForm):
    dispatched_to = forms.ModelChoiceField(UnionOrg.objects.none(), label=gettext_lazy("Dispatch to"))
    handler = OfficerField(
        Officer.objects.none(),
        label=gettext_lazy("Handling officer"),
        required=False,
        empty_label=gettext_lazy("The organisation decides"),
    )

    def prepare(self) -> None:
        choose(self, "dispatched_to", UnionOrg.objects.visible_to(self.officer).order_by("path"))
        choose(self, "handler", people(self.officer, Duty.CASE_OFFICER))
        self.initial.setdefault("dispatched_to", unit_of(self.file.call.region, self.officer))


class StartForm(VerbForm):
    contacted_on = DayField(label=gettext_lazy("First contact on"))
    note = forms.CharField(
        label=gettext_lazy("How contact was made"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("No names and no numbers, please: it stays in the history."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("contacted_on", self.file.call.received_on, _("the day of the call"))
        return typed


class ExtendForm(VerbForm):
    days = forms.IntegerField(label=gettext_lazy("More working days"), min_value=1, max_value=60)
    reason = long_text(gettext_lazy("Reason"), rows=3, most=500)
    caller_told = forms.BooleanField(label=gettext_lazy("The caller has been told"))

    def prepare(self) -> None:
        self.most = DeadlineRule.objects.in_force(self.file.finish_rule, self.today, self.file.org.region).length

    def clean_days(self) -> int:
        days: int = self.cleaned_data["days"]
        if days > self.most:
            raise forms.ValidationError(
                _("At most the same length again: %(days)d working days.") % {"days": self.most}
            )
        return days

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        typed.pop("caller_told", None)
        return typed


class FeedbackForm(VerbForm):
    result = long_text(gettext_lazy("Result"), rows=5, help_text=gettext_lazy("What was found out, done and agreed."))
    recovered = MoneyField(label=gettext_lazy("Amount obtained for the worker (yuan)"), required=False)
    papers = AttachmentsField(label=gettext_lazy("Evidence"), required=False)


class CallbackForm(VerbForm):
    """Result and attitude are asked apart. Who could not be reached has rated nothing."""

    reached = forms.ChoiceField(label=gettext_lazy("Was the caller reached?"), choices=YES_NO, widget=forms.RadioSelect)
    satisfaction = forms.ChoiceField(
        label=gettext_lazy("Satisfaction with the result"),
        choices=[("", gettext_lazy("Please choose")), *WorkOrder.Satisfaction.choices],
        required=False,
    )
    attitude = forms.ChoiceField(
        label=gettext_lazy("Satisfaction with the attitude"),
        choices=[("", gettext_lazy("Please choose")), *WorkOrder.Satisfaction.choices],
        required=False,
    )

    def clean_reached(self) -> bool:
        return bool(self.cleaned_data["reached"] == "yes")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for name in ("satisfaction", "attitude"):
            if typed.get("reached") and not typed.get(name) and name not in self.errors:
                self.add_error(name, _("Please choose, “not rated” too."))
        return typed


class MergeForm(VerbForm):
    into = forms.CharField(label=gettext_lazy("Number of the work order that goes on"), max_length=60)

    def clean_into(self) -> WorkOrder:
        number = self.cleaned_data["into"].strip()
        rows: OrderQuerySet = WorkOrder.objects.visible_to(self.officer).select_related("call")
        order: WorkOrder | None = rows.filter(number=number).first()
        if order is None:
            raise forms.ValidationError(_("No work order in your area has this number."))
        return order


class CaseForm(VerbForm):
    """The application for mediation, filled from the call. The parties are the caller and the employer."""

    received_on = DayField(label=gettext_lazy("Application received on"))
    category = forms.ModelChoiceField(Category.objects.none(), label=gettext_lazy("Category of the request"))
    legal_ground = forms.ChoiceField(
        label=gettext_lazy("Legal ground"),
        choices=[("", gettext_lazy("As the category says")), *LegalGround.choices],
        required=False,
    )
    employer_name = forms.CharField(label=gettext_lazy("Employer (full name)"), max_length=200)
    uscc = USCCField(label=gettext_lazy("Unified social credit code"), required=False)
    worker_count = forms.IntegerField(label=gettext_lazy("Workers affected"), min_value=1, max_value=1_000_000)
    amount = MoneyField(label=gettext_lazy("Amount in dispute (yuan)"), required=False)
    facts = long_text(gettext_lazy("What happened"), rows=5)
    applicant_name = forms.CharField(
        label=gettext_lazy("Applicant, if not the caller"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Empty: the caller applies, with the numbers given in the call."),
    )

    def prepare(self) -> None:
        call = self.file.call
        choose(self, "category", Category.objects.in_use(self.today))
        proposed = {
            "category": call.category_id,
            "employer_name": call.employer_name,
            "worker_count": call.workers_affected,
            "amount": call.amount,
            "facts": call.facts,
        }
        self.initial = {**proposed, **self.initial}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        self.not_before("received_on", self.file.call.received_on, _("the day of the call"))
        if reason := self.file.call.why_not_applicant(typed.get("applicant_name", "")):
            self.add_error("applicant_name", reason)
        if not typed.get("legal_ground") and typed.get("category"):
            typed["legal_ground"] = GROUNDS.get(typed["category"].group, LegalGround.OTHER_LAW)
        return typed


class MatterForm(VerbForm):
    topic = forms.ModelChoiceField(SupervisionTopic.objects.none(), label=gettext_lazy("Topic"))
    facts = long_text(
        gettext_lazy("Facts or risk"),
        rows=5,
        help_text=gettext_lazy("Letters follow from it: no names of workers, please."),
    )
    workers_affected = forms.IntegerField(label=gettext_lazy("Workers affected"), min_value=1, max_value=1_000_000)

    def prepare(self) -> None:
        choose(self, "topic", SupervisionTopic.objects.visible_to(self.officer).in_use(self.today))
        proposed = {"facts": self.file.call.facts, "workers_affected": self.file.call.workers_affected}
        self.initial = {**proposed, **self.initial}
