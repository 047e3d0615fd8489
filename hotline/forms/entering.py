"""How the call came in and who enters it: read off the telephone, or typed for a call entered afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import LineField
from hotline.models import CallRecord
from organizations.models import Officer

from .parts import OfficerField, choice

DAY_SECONDS = 24 * 60 * 60
SCREEN_TIMER = "_timer"  # the field of the page that says who counted the seconds


def seconds(label: Any, **attrs: str) -> forms.IntegerField:
    widget = forms.HiddenInput(attrs=attrs)
    return forms.IntegerField(label=label, min_value=0, max_value=DAY_SECONDS, required=False, widget=widget)


class EnteringFields(forms.Form):
    ENTERING = ("channel", "passed_on_by", "line", "started_at", "handled_by", "paper_no")
    at: datetime

    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=CallRecord.Channel.choices, required=False)
    passed_on_by = choice(gettext_lazy("Passed on by"), CallRecord.PassedOnBy.choices)
    line = LineField(
        label=gettext_lazy("Line"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("The number that was called, for example 0872-12351."),
    )
    recording_key = LineField(label=gettext_lazy("Recording"), max_length=100, required=False, widget=forms.HiddenInput)
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
    paper_no = forms.CharField(
        label=gettext_lazy("Number of the paper form"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Only for a call written on a printed form while the system was out of reach."),
    )
    talk_seconds = seconds(gettext_lazy("Seconds of talking"), **{"data-timer-seconds": ""})
    ring_seconds = seconds(gettext_lazy("Seconds of ringing"))

    def clean_channel(self) -> str:
        return self.cleaned_data["channel"] or CallRecord.Channel.PHONE

    def clean_started_at(self) -> datetime | None:
        moment: datetime | None = self.cleaned_data["started_at"]
        if moment and moment.year < 1950:
            raise forms.ValidationError(_("Please check the year."))
        if moment and moment > self.at:
            raise forms.ValidationError(_("This moment is still to come."))
        return moment

    def check_entering(self, typed: dict[str, Any]) -> None:
        """The timer of the screen measures the talk of who sits before it, not that of a call entered afterwards."""
        if typed.get("passed_on_by"):
            typed["channel"] = CallRecord.Channel.TRANSFERRED
        if SCREEN_TIMER in self.data and (typed.get("started_at") or typed.get("handled_by")):
            typed["talk_seconds"] = None
