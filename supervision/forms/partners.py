"""Forms for documents of partners."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm, VerbForm
from organizations.models import Authority
from supervision.forms.matters import long_text
from supervision.models import PartnerDocument, SupervisionMatter


class PartnerForm(VerbForm):
    matter = forms.ModelChoiceField(
        SupervisionMatter.objects.none(), label=gettext_lazy("Supervision matter"), widget=forms.HiddenInput()
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of document"), choices=PartnerDocument.Kind.choices)
    issuer = forms.ModelChoiceField(Authority.objects.none(), label=gettext_lazy("Issuer"))
    authority = forms.ModelChoiceField(
        Authority.objects.none(),
        label=gettext_lazy("Authority addressed"),
        required=False,
        help_text=gettext_lazy("Without a choice the employer of the matter."),
    )
    doc_no = forms.CharField(label=gettext_lazy("Number of the document"), max_length=60, required=False)
    served_on = DayField(label=gettext_lazy("Served on"))
    due_on = DayField(
        label=gettext_lazy("Reply asked for by"),
        required=False,
        may_be_future=True,
        help_text=gettext_lazy(
            "Only where the partner set a day. A procuratorial or judicial recommendation has two months."
        ),
    )
    summary = long_text(gettext_lazy("Content"), rows=4)
    papers = AttachmentsField(label=gettext_lazy("The document"), required=False)

    def prepare(self) -> None:
        offices = Authority.objects.active()
        if self.officer.org:
            offices = offices.filter(region__in=self.officer.org.region.lineage)
        for name, rows in (
            ("matter", SupervisionMatter.objects.visible_to(self.officer).for_page()),
            ("issuer", offices),
            ("authority", offices),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        self.not_before("due_on", self.cleaned_data.get("served_on"), _("the day of service"))
        return self.cleaned_data


class AnswerForm(VerbForm):
    replied_on = DayField(label=gettext_lazy("Reply received on"))
    answer = long_text(gettext_lazy("Content"), rows=4)
    objected = forms.BooleanField(
        label=gettext_lazy("The addressee objects; the partner has to examine it again"), required=False
    )
    papers = AttachmentsField(label=gettext_lazy("Written reply"))

    def clean(self) -> dict[str, Any]:
        self.not_before("replied_on", self.file and self.file.served_on, _("the day of service"))
        return self.cleaned_data


class FinishForm(ReasonForm):
    outcome = forms.ChoiceField(label=gettext_lazy("Result"), choices=PartnerDocument.Outcome.choices)
    closed_on = DayField(label=gettext_lazy("Closed on"), required=False)
    field_order = ["outcome", "closed_on", "reason"]

    def clean(self) -> dict[str, Any]:
        self.not_before("closed_on", self.file and self.file.served_on, _("the day of service"))
        return self.cleaned_data
