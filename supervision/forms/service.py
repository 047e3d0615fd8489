"""Forms for the way of a document to its addressee."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField
from casework.forms import ReasonForm, VerbForm
from supervision.attempts import noticed_on
from supervision.models import AddressConfirmation, ServiceAttempt

PROOF = gettext_lazy("Proof of service")


def confirmed_address() -> forms.ModelChoiceField[Any]:
    return forms.ModelChoiceField(
        AddressConfirmation.objects.none(),
        label=gettext_lazy("Confirmed electronic address"),
        required=False,
        help_text=gettext_lazy("Only for electronic service; confirmations are recorded in the supervision matter."),
    )


def notice_place() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Place of publication"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Only for a public notice."),
    )


def witnesses() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Witnesses"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("When it was left, unless photographs or film show it."),
    )


def choose_confirmed(form: VerbForm) -> None:
    """The confirmations of the matter that still hold. Without one there is nothing to choose."""
    field = form.fields["confirmation"]
    assert isinstance(field, forms.ModelChoiceField)
    if form.file is not None:
        field.queryset = form.file.matter.address_confirmations.in_force(form.today)
        if not field.queryset.exists():
            field.widget = forms.HiddenInput()


def propose_noticed_day(form: VerbForm, attempt: ServiceAttempt) -> None:
    """A public notice serves on one certain day."""
    if form.file is not None and attempt.method == ServiceAttempt.Method.PUBLIC_NOTICE:
        form.initial["served_on"] = noticed_on(form.file, attempt.sent_on)


class DispatchForm(VerbForm):
    method = forms.ChoiceField(label=gettext_lazy("Method"), choices=ServiceAttempt.Method.choices)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    dispatched_on = DayField(label=gettext_lazy("Dispatched on"), required=False)
    tracking_no = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)
    confirmation = confirmed_address()
    channel = notice_place()

    def prepare(self) -> None:
        if self.file is not None:
            self.initial.setdefault("address", self.file.addressee_address)
        choose_confirmed(self)

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
    reason = forms.CharField(
        label=gettext_lazy("Why it was left"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Only for a document that was left: what was said and done."),
    )
    witness_names = witnesses()
    tracking_no = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)
    confirmation = confirmed_address()
    channel = notice_place()
    papers = AttachmentsField(
        label=PROOF,
        help_text=gettext_lazy("The signed receipt, the slip of the post, a picture or the system's report."),
    )

    def prepare(self) -> None:
        attempt = self.file.service_attempts.last() if self.file else None
        if attempt is not None:
            self.initial.setdefault("method", attempt.method)
            self.initial.setdefault("tracking_no", attempt.tracking_no)
            self.initial.setdefault("channel", attempt.channel)
            self.initial.setdefault("confirmation", attempt.confirmation_id)
            propose_noticed_day(self, attempt)
        choose_confirmed(self)

    def clean(self) -> dict[str, Any]:
        self.not_before("served_on", self.file and self.file.dispatched_on, _("the day it was dispatched"))
        return self.cleaned_data


class CorrectServiceForm(ReasonForm):
    """Another day, proved."""

    served_on = DayField(label=gettext_lazy("Served on"), starts_today=False)
    papers = AttachmentsField(label=PROOF)
    field_order = ["served_on", "reason", "papers"]

    def prepare(self) -> None:
        if self.file is not None:
            self.initial.setdefault("served_on", self.file.served_on)


class FailureForm(ReasonForm):
    papers = AttachmentsField(label=gettext_lazy("Papers"), required=False)


class RefusalForm(VerbForm):
    refused_on = DayField(label=gettext_lazy("Refused on"))
    witness_names = witnesses()
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

    def prepare(self) -> None:
        self.initial.setdefault("publication", self.file.publication if self.file else "")

    def clean(self) -> dict[str, Any]:
        self.not_before("published_on", self.file and self.file.doc_date, _("the date of the document"))
        return self.cleaned_data
