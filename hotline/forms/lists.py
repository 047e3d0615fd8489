"""Filters of the two lists."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hotline.models import CallRecord, WorkOrder

ALL = [("", _("All"))]


class CallFilter(forms.Form):
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("today", _("My calls of today")),
            ("mine", _("My calls")),
            ("unanswered", _("To be answered")),
            ("online", _("Handed in online")),
            ("all", _("All calls")),
        ],
        required=False,
    )
    request_type = forms.ChoiceField(
        label=_("Request type"), choices=[*ALL, *CallRecord.RequestType.choices], required=False
    )
    employer = forms.CharField(label=_("Employer or place"), max_length=60, required=False)

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.is_valid() else None


class OrderFilter(forms.Form):
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("open", _("All open ones")),
            ("mine", _("Handled by me")),
            ("dispatch", _("To be dispatched")),
            ("sign", _("To be signed for")),
            ("callback", _("To be called back")),
            ("hold", _("On hold")),
            ("overdue", _("Overdue")),
            ("urgent", _("Urgent ones")),
            ("yellow", _("Yellow mark")),
            ("chased", _("Chased")),
            ("pressed", _("Pressed")),
            ("all", _("All work orders")),
        ],
        required=False,
    )
    unit = forms.ChoiceField(label=_("Handled by"), choices=[*ALL, ("own", _("My own organisation"))], required=False)
    time_class = forms.ChoiceField(
        label=_("Handling time"), choices=[*ALL, *WorkOrder.TimeClass.choices], required=False
    )
    due_in = forms.TypedChoiceField(
        label=_("Due"),
        choices=[
            ("", _("At any time")),
            ("0", _("Today or before")),
            ("1", _("By tomorrow")),
            ("3", _("Within 3 days")),
            ("7", _("Within 7 days")),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    employer = forms.CharField(label=_("Employer or place"), max_length=60, required=False)

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.is_valid() else None


class IncidentFilter(forms.Form):
    show = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("open", _("All open ones")),
            ("proposed", _("To be judged")),
            ("running", _("Running incidents")),
            ("late", _("With a report overdue")),
            ("all", _("All incidents")),
        ],
        required=False,
    )

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.is_valid() else None
