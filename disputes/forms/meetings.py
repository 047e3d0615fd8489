"""Meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import AttachmentsField, DayField, RowForm, RowsField
from disputes.models import Appointment, MediationMeeting, Party
from disputes.models.choices import NotHeld, Presence

from .fields import AppointmentField, MeetingField, PartyField, offer
from .parts import CaseForm, long_text

CHOOSE = gettext_lazy("Please choose")
HOUR = forms.TextInput(attrs={"placeholder": gettext_lazy("e.g. 09:30"), "autocomplete": "off"})


def hour(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=HOUR, **more)


class ProposeForm(CaseForm):
    after = {"meet_on": "assigned_on"}
    meet_on = DayField(label=gettext_lazy("Day of the meeting"), may_be_future=True)
    meet_at = hour(gettext_lazy("Hour"))
    minutes = forms.IntegerField(label=gettext_lazy("Length in minutes"), min_value=10, max_value=600, initial=90)
    manner = forms.ChoiceField(label=gettext_lazy("Manner"), choices=MediationMeeting.Manner.choices)
    place = forms.CharField(label=gettext_lazy("Place or link"), max_length=200)

    def prepare(self) -> None:
        self.initial.setdefault("place", self.file.org.address)


class AppointmentForm(CaseForm):
    appointment = AppointmentField(Appointment.objects.none(), label=gettext_lazy("Meeting"), empty_label=CHOOSE)

    def prepare(self) -> None:
        offer(self, "appointment", self.file.appointments.pending())


class NotifyForm(AppointmentForm):
    after = {"notified_on": "assigned_on"}
    notified_on = DayField(label=gettext_lazy("Parties told on"))


class NotHeldForm(AppointmentForm):
    """With a new day and hour it is appointed anew at the same place."""

    not_held = forms.ChoiceField(label=gettext_lazy("Why it was not held"), choices=NotHeld.choices)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=200, required=False)
    meet_on = DayField(label=gettext_lazy("New day"), may_be_future=True, required=False)
    meet_at = hour(gettext_lazy("New hour"), required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        for name, other in (("meet_at", "meet_on"), ("meet_on", "meet_at")):
            if typed.get(other) and not typed.get(name) and name not in self.errors:
                self.add_error(name, _("A new meeting needs both day and hour."))
        return typed


class AttendanceRow(RowForm):
    party = PartyField(Party.objects.none(), label=gettext_lazy("Party"), empty_label=CHOOSE)
    presence = forms.ChoiceField(label=gettext_lazy("Presence"), choices=Presence.choices)
    proxy_name = forms.CharField(label=gettext_lazy("Represented by"), max_length=60, required=False)

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("presence") == Presence.PROXY and not typed.get("proxy_name"):
            self.add_error("proxy_name", _("Please name the person authorised in writing."))
        return typed


class MeetingForm(CaseForm):
    record = "meetings"
    after = {"held_on": "assigned_on"}
    appointment = AppointmentField(
        Appointment.objects.none(),
        label=gettext_lazy("Appointed meeting"),
        required=False,
        empty_label=gettext_lazy("Not appointed before"),
    )
    held_on = DayField(label=gettext_lazy("Held on"))
    manner = forms.ChoiceField(label=gettext_lazy("Manner"), choices=MediationMeeting.Manner.choices)
    place = forms.CharField(label=gettext_lazy("Place"), max_length=100, required=False)
    attendance = RowsField(
        AttendanceRow, label=gettext_lazy("Who came"), spare=0, help_text=gettext_lazy("One row for each party.")
    )
    rights_read = forms.BooleanField(label=gettext_lazy("Rights, rules and the effect of an agreement were explained"))
    parties_present = forms.BooleanField(label=gettext_lazy("Both sides were present or represented in writing"))
    minutes = long_text(gettext_lazy("Minutes"), rows=6, most=5000)

    def prepare(self) -> None:
        offer(self, "appointment", self.file.appointments.pending())
        parties = self.file.parties.all()
        field = self.fields["attendance"]
        assert isinstance(field, RowsField)
        field.row_form = type("AttendanceRow", (AttendanceRow,), {"party": party_of(parties)})
        self.initial.setdefault("attendance", [{"party": party.pk, "presence": "in_person"} for party in parties])

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        named = [row["party"].pk for row in typed.get("attendance") or []]
        if len(set(named)) < len(named):
            self.add_error("attendance", _("One party is named twice."))
        return typed


def party_of(parties: Any) -> PartyField:
    return PartyField(parties, label=gettext_lazy("Party"), empty_label=CHOOSE)


class SignMinutesForm(CaseForm):
    meeting = MeetingField(MediationMeeting.objects.none(), label=gettext_lazy("Meeting"), empty_label=CHOOSE)
    signed_on = DayField(label=gettext_lazy("Signed on every page on"))
    pages = forms.IntegerField(label=gettext_lazy("Pages signed"), min_value=1, max_value=500)
    papers = AttachmentsField(label=gettext_lazy("The signed minutes"))

    def prepare(self) -> None:
        offer(self, "meeting", self.file.meetings.filter(signed_on=None))
