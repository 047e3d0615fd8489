"""Forms for the way of a document to its addressee."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm, VerbForm
from supervision.models import ServiceAttempt

PROOF = gettext_lazy("Proof of service")


class DispatchForm(VerbForm):
    method = forms.ChoiceField(label=gettext_lazy("Method"), choices=ServiceAttempt.Method.choices)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    dispatched_on = DayField(label=gettext_lazy("Dispatched on"), required=False)
    tracking_no = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)

    def prepare(self) -> None:
        if self.file is not None:
            self.initial.setdefault("address", self.file.addressee_address)

    def clean(self) -> dict[str, Any]:
        self.not_before("dispatched_on", self.file and self.file.doc_date, _("the date of the document"))
        return self.cleaned_data


class RedispatchForm(DispatchForm):
    """Another way or another address."""


class ServiceForm(VerbForm):
    served_on = DayField(label=gettext_lazy("Served on"))
    method = forms.ChoiceField(label=gettext_lazy("Method"), choices=ServiceAttempt.Method.choices)
    received_by = forms.CharField(label=gettext_lazy("Received by"), max_length=60, required=False)
    receiver_title = forms.CharField(label=gettext_lazy("Title of the receiver"), max_length=60, required=False)
    witness_names = forms.CharField(
        label=gettext_lazy("Witnesses"), max_length=120, required=False, help_text=gettext_lazy("When it was left.")
    )
    tracking_no = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)
    channel = forms.CharField(
        label=gettext_lazy("Confirmed electronic address or place of publication"), max_length=150, required=False
    )
    papers = AttachmentsField(
        label=PROOF,
        help_text=gettext_lazy("The signed receipt, the slip of the post, a picture or the system's report."),
    )

    def prepare(self) -> None:
        attempt = self.file.service_attempts.last() if self.file else None
        if attempt is not None:
            self.initial.setdefault("method", attempt.method)
            self.initial.setdefault("tracking_no", attempt.tracking_no)

    def clean(self) -> dict[str, Any]:
        self.not_before("served_on", self.file and self.file.dispatched_on, _("the day it was dispatched"))
        return self.cleaned_data


class FailureForm(ReasonForm):
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class RefusalForm(VerbForm):
    refused_on = DayField(label=gettext_lazy("Refused on"))
    witness_names = forms.CharField(label=gettext_lazy("Witnesses"), max_length=120)
    reason = forms.CharField(
        label=gettext_lazy("What was said and done"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    papers = AttachmentsField(label=PROOF)

    def clean(self) -> dict[str, Any]:
        self.not_before("refused_on", self.file and self.file.dispatched_on, _("the day it was dispatched"))
        return self.cleaned_data


class PublishForm(VerbForm):
    publication = forms.CharField(label=gettext_lazy("Where it was published"), max_length=200)
    published_on = DayField(label=gettext_lazy("Published on"), required=False)

    def clean(self) -> dict[str, Any]:
        self.not_before("published_on", self.file and self.file.doc_date, _("the date of the document"))
        return self.cleaned_data
