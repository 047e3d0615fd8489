"""What is typed when a case or a matter follows from an order, or a case is linked to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, LineField, MoneyField, USCCField
from casework.forms import VerbForm
from casework.models import Category
from disputes.models import DisputeCase
from hotline.actions.chains import call_of
from supervision.models import SupervisionTopic

from .parts import choose, long_text

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


class CaseForm(VerbForm):
    """The application for mediation, filled from the call. The parties are the caller and the employer."""

    received_on = DayField(label=gettext_lazy("Application received on"))
    category = forms.ModelChoiceField(Category.objects.none(), label=gettext_lazy("Category of the request"))
    legal_ground = forms.ChoiceField(
        label=gettext_lazy("Legal ground"),
        choices=[("", gettext_lazy("As the category says")), *LegalGround.choices],
        required=False,
    )
    employer_name = LineField(label=gettext_lazy("Employer (full name)"), max_length=200)
    uscc = USCCField(label=gettext_lazy("Unified social credit code"), required=False)
    worker_count = forms.IntegerField(label=gettext_lazy("Workers affected"), min_value=1, max_value=1_000_000)
    amount = MoneyField(label=gettext_lazy("Amount in dispute (yuan)"), required=False)
    facts = long_text(gettext_lazy("What happened"), rows=5)
    applicant_name = LineField(
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


class LinkCaseForm(VerbForm):
    """A case that was opened elsewhere, named by its number."""

    case = forms.CharField(label=gettext_lazy("Number of the case"), max_length=60)
    reason = long_text(gettext_lazy("Reason"), rows=2, most=500)

    def clean_case(self) -> DisputeCase:
        number = self.cleaned_data["case"].strip()
        case: DisputeCase | None = DisputeCase.objects.visible_to(self.officer).filter(number=number).first()
        if case is None:
            raise forms.ValidationError(_("No case in your area has this number."))
        call = call_of(self.file)
        if call.case_links.open().filter(case=case).exists() or call.orders.filter(case=case).exists():
            raise forms.ValidationError(_("This case is linked already."))
        return case


class UnlinkCaseForm(VerbForm):
    case = forms.ModelChoiceField(DisputeCase.objects.none(), label=gettext_lazy("Case"))
    reason = long_text(gettext_lazy("Reason"), rows=2, most=500)

    def prepare(self) -> None:
        linked = call_of(self.file).case_links.open().values("case")
        choose(self, "case", DisputeCase.objects.visible_to(self.officer).filter(pk__in=linked))
