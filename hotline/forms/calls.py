"""The form of the call screen, and the ends of a call that was left open."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import DayField, IdNumberField, MoneyField, PhoneField, employer_search
from casework.forms import VerbForm
from casework.models import Category, Employer
from hotline.models import CallRecord, WorkOrder
from organizations.models import Officer, Region

from .parts import HOTLINE, OfficerField, RegionField, TargetFields, choose, divisions, long_text, people

NEXT_STEPS = [
    ("order", gettext_lazy("Register and dispatch")),
    ("answer", gettext_lazy("Register with the answer only")),
    ("later", gettext_lazy("Register, answer later")),
    ("non_case", gettext_lazy("Not a request")),
]
DAY_SECONDS = 24 * 60 * 60


def fragment(url: str, field: str, target: str) -> dict[str, Any]:
    """Ask the server for a part of the page when the field changes. By POST: a number must not stand in an address."""
    wanted = {"hx-post": reverse_lazy(url), "hx-params": field, "hx-target": target}
    return {**wanted, "hx-trigger": "change", "hx-swap": "innerHTML", "hx-sync": "this:replace"}


class RegisterForm(TargetFields, VerbForm):
    """One screen for one call. Six fields are needed for an inquiry; a work order needs to know a little more."""

    MORE = (
        "amount",
        "place",
        "about",
        "channel",
        "time_class",
        "urgent",
        "dispatched_to",
        "handler",
        "started_at",
        "handled_by",
    )
    ALWAYS = ("request_type", "category", "region", "workers_affected", "facts")
    FOR_ORDER = ("employer_name", "claim")

    request_type = forms.ChoiceField(
        label=gettext_lazy("Request type"),
        choices=CallRecord.RequestType.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    category = forms.ModelChoiceField(
        Category.objects.none(),
        label=gettext_lazy("Category of the request"),
        required=False,
        empty_label=gettext_lazy("Please choose"),
        widget=forms.Select(attrs=fragment("hotline:calls-prompts", "category", "#prompts")),
    )
    workers_affected = forms.IntegerField(
        label=gettext_lazy("Workers affected"),
        min_value=1,
        max_value=1_000_000,
        initial=1,
        required=False,
        help_text=gettext_lazy("From ten workers on it may be a group dispute."),
    )
    employer = forms.ModelChoiceField(Employer.objects.none(), required=False, widget=forms.HiddenInput)
    employer_name = forms.CharField(
        label=gettext_lazy("Employer"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=employer_search("employer")),
        help_text=gettext_lazy("As the caller says it. Needed for a work order."),
    )
    region = RegionField(Region.objects.none(), label=gettext_lazy("Place of work"), required=False)
    amount = MoneyField(label=gettext_lazy("Amount in dispute (yuan)"), required=False)
    occurred_on = DayField(
        label=gettext_lazy("Day the infringement was known"),
        required=False,
        starts_today=False,
        help_text=gettext_lazy("The day the worker knew, or should have known, that the right was infringed."),
    )
    facts = long_text(gettext_lazy("What happened"), rows=5, required=False)
    claim = long_text(
        gettext_lazy("What the caller wants"),
        rows=2,
        most=1000,
        required=False,
        help_text=gettext_lazy("Needed for a work order."),
    )
    answer_given = long_text(
        gettext_lazy("Answer given"),
        rows=3,
        required=False,
        help_text=gettext_lazy("Needed when the call is closed with the answer."),
    )

    caller_phone = PhoneField(
        label=gettext_lazy("Telephone of the caller"),
        required=False,
        widget=forms.TextInput(
            attrs={
                "inputmode": "tel",
                "autocomplete": "off",
                **fragment("hotline:calls-contacts", "caller_phone", "#contacts"),
            }
        ),
    )
    caller_name = forms.CharField(
        label=gettext_lazy("Name of the caller"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    caller_id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)
    anonymous = forms.BooleanField(label=gettext_lazy("Wishes to stay anonymous"), required=False)
    confidential = forms.BooleanField(label=gettext_lazy("Asks for confidentiality"), required=False)

    place = forms.CharField(label=gettext_lazy("Address or project"), max_length=200, required=False)
    about = forms.CharField(label=gettext_lazy("Number of an earlier work order"), max_length=60, required=False)
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=CallRecord.Channel.choices, required=False)
    started_at = forms.DateTimeField(
        label=gettext_lazy("When the call began"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("Only for a call entered afterwards."),
    )
    handled_by = OfficerField(
        Officer.objects.none(),
        label=gettext_lazy("Who took the call"),
        required=False,
        empty_label=gettext_lazy("I did"),
    )
    talk_seconds = forms.IntegerField(
        label=gettext_lazy("Seconds of talking"),
        min_value=0,
        max_value=DAY_SECONDS,
        required=False,
        widget=forms.HiddenInput(attrs={"data-timer-seconds": ""}),
    )
    ring_seconds = forms.IntegerField(
        label=gettext_lazy("Seconds of ringing"),
        min_value=0,
        max_value=DAY_SECONDS,
        required=False,
        widget=forms.HiddenInput,
    )
    non_case = forms.ChoiceField(
        label=gettext_lazy("Kind of call that is no request"),
        choices=[("", ""), *CallRecord.NonCase.choices],
        required=False,
        widget=forms.HiddenInput,
    )
    next_step = forms.ChoiceField(
        label=gettext_lazy("End of the call"), choices=NEXT_STEPS, required=False, widget=forms.HiddenInput
    )

    def prepare(self) -> None:
        day = fragment("hotline:calls-limitation", "occurred_on", "#limitation")
        self.fields["occurred_on"].widget.attrs.update({**day, "hx-trigger": "input changed delay:400ms"})
        choose(self, "category", Category.objects.in_use(self.today))
        choose(self, "employer", Employer.objects.visible_to(self.officer))
        choose(self, "region", divisions(self.officer, self.today))
        choose(self, "handled_by", people(self.officer, *HOTLINE))
        self.narrow_targets(self.officer)
        if self.officer.org:
            self.initial.setdefault("region", self.officer.org.region_id)
        for name in () if self.is_no_request() else self.ALWAYS:
            self.fields[name].required = True

    @property
    def chosen_employer(self) -> Employer | None:
        """The entry of the register chosen for what the caller says, also in a draft."""
        key = str(self["employer"].value() or "")
        return self.fields["employer"].queryset.filter(pk=key).first() if key.isdecimal() else None  # type: ignore[attr-defined]

    def more(self) -> list[forms.BoundField]:
        """What is folded away, as most calls do not need it."""
        return [self[name] for name in self.MORE]

    def is_more_wrong(self) -> bool:
        return any(field.errors for field in self.more())

    def is_no_request(self) -> bool:
        """Wrong numbers and thanks need nothing but their kind."""
        return bool(self.data.get("non_case")) or self.data.get("request_type") == CallRecord.RequestType.INVALID

    def clean_channel(self) -> str:
        return self.cleaned_data["channel"] or CallRecord.Channel.PHONE

    def clean_workers_affected(self) -> int:
        return self.cleaned_data["workers_affected"] or 1

    def clean_started_at(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["started_at"]
        if moment and moment.year < 1950:
            raise forms.ValidationError(_("Please check the year."))
        if moment and moment > self.at:
            raise forms.ValidationError(_("This moment is still to come."))
        return moment

    def clean_about(self) -> WorkOrder | None:
        number = self.cleaned_data["about"].strip()
        order = WorkOrder.objects.visible_to(self.officer).filter(number=number).first() if number else None
        if number and order is None:
            raise forms.ValidationError(_("No work order in your area has this number."))
        return order

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("non_case"):
            typed["next_step"] = "non_case"
        if not typed.get("next_step"):
            self.add_error("next_step", _("Please choose what follows from the call."))
        elif typed["next_step"] == "non_case" and not typed.get("non_case") and not self.errors:
            self.add_error("non_case", _("Please say what kind of call it was."))
        elif typed["next_step"] == "order":
            self.check_order(typed)
        elif typed["next_step"] == "answer" and not typed.get("answer_given"):
            self.add_error("answer_given", _("Please write down the answer given."))
        return typed

    def check_order(self, typed: dict[str, Any]) -> None:
        """What a work order must say, told at the field instead of after sending."""
        for name in self.FOR_ORDER:
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, _("A work order needs this."))
        unreachable = not typed.get("caller_phone") and not typed.get("anonymous")
        if unreachable and "caller_phone" not in self.errors:
            self.add_error("caller_phone", _("A work order needs this, unless the caller wishes to stay anonymous."))


class AnswerForm(VerbForm):
    answer_given = long_text(gettext_lazy("Answer given"))


class NonCaseForm(VerbForm):
    non_case = forms.ChoiceField(
        label=gettext_lazy("Kind of call that is no request"), choices=CallRecord.NonCase.choices
    )


class OrderForm(TargetFields, VerbForm):
    def prepare(self) -> None:
        self.narrow_targets(self.officer)
