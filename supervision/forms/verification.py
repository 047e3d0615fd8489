"""Forms for looking whether the breach was put right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm
from supervision.forms.matters import long_text
from supervision.forms.money import money_rows
from supervision.forms.replies import AfterServiceForm, draft_next
from supervision.models import Verification


class VerifyForm(AfterServiceForm):
    dated = ("verified_on",)
    way = forms.ChoiceField(label=gettext_lazy("Way of verification"), choices=Verification.Way.choices, required=False)
    verified_on = DayField(label=gettext_lazy("Verified on"))
    findings = long_text(gettext_lazy("What was seen"), rows=4)
    papers = AttachmentsField(label=gettext_lazy("Proof of the correction"))
    recoveries = money_rows()

    def clean_way(self) -> str:
        return self.cleaned_data["way"] or Verification.Way.PAPERS

    def clean(self) -> dict[str, Any]:
        self.not_before("verified_on", self.file and self.file.replied_on, _("the day of the reply"))
        return super().clean()


class VerifyFailedForm(ReasonForm):
    way = forms.ChoiceField(label=gettext_lazy("Way of verification"), choices=Verification.Way.choices, required=False)
    verified_on = DayField(label=gettext_lazy("Verified on"), required=False)
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)
    draft_next = draft_next()
    field_order = ["way", "verified_on", "reason", "papers", "draft_next"]

    def clean_way(self) -> str:
        return self.cleaned_data["way"] or Verification.Way.PAPERS

    def clean(self) -> dict[str, Any]:
        self.not_before("verified_on", self.file and self.file.replied_on, _("the day of the reply"))
        return self.cleaned_data
