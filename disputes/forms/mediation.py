"""The mediator, the meetings and the time they have."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from disputes.mediators import mediators_for
from disputes.models import MediationMeeting, Recusal
from organizations.models import Officer

from .parts import CaseForm, long_text


class MediatorField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Officer) -> str:
        return f"{obj.name} · {obj.org}"


class AssignForm(CaseForm):
    after = {"assigned_on": "accepted_on"}
    mediator = MediatorField(Officer.objects.none(), label=_("Mediator"), empty_label=_("Please choose"))
    assigned_on = DayField(label=_("Assigned on"))

    def prepare(self) -> None:
        field = self.fields["mediator"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = mediators_for(self.file, self.today)


class RecuseForm(CaseForm):
    record = "recusals"
    after = {"decided_on": "accepted_on"}
    ground = forms.ChoiceField(label=_("Ground"), choices=Recusal.Ground.choices)
    asked_by = forms.ChoiceField(label=_("Asked by"), choices=Recusal.AskedBy.choices)
    decided_on = DayField(label=_("Decided on"))


class MeetingForm(CaseForm):
    record = "meetings"
    after = {"held_on": "assigned_on"}
    held_on = DayField(label=_("Held on"))
    manner = forms.ChoiceField(label=_("Manner"), choices=MediationMeeting.Manner.choices)
    place = forms.CharField(label=_("Place"), max_length=100, required=False)
    rights_read = forms.BooleanField(label=_("Rights, rules and the effect of an agreement were explained"))
    parties_present = forms.BooleanField(label=_("Both sides were present or represented in writing"))
    minutes = long_text(_("Minutes"), rows=6, most=5000)


class ExtendForm(CaseForm):
    after = {"consented_on": "accepted_on"}
    days = forms.IntegerField(label=_("More days"), min_value=1, max_value=365, help_text=_("Natural days."))
    consented_on = DayField(label=_("Both sides consented on"))
    reason = long_text(_("Reason"))


class SuspendForm(CaseForm):
    after = {"suspended_on": "accepted_on"}
    suspended_on = DayField(label=_("Suspended on"))
    reason = long_text(_("What is awaited"))


class ResumeForm(CaseForm):
    after = {"resumed_on": "accepted_on"}
    resumed_on = DayField(label=_("Resumed on"))
