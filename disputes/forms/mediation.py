"""The time mediation has."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from disputes.models.choices import PauseCause

from .parts import CaseForm, long_text


class ExtendForm(CaseForm):
    after = {"consented_on": "accepted_on"}
    days = forms.IntegerField(label=_("More days"), min_value=1, max_value=365, help_text=_("Natural days."))
    consented_on = DayField(label=_("Both sides consented on"))
    reason = long_text(_("Reason"))


class SuspendForm(CaseForm):
    after = {"suspended_on": "accepted_on"}
    suspended_on = DayField(label=_("Suspended on"))
    cause = forms.ChoiceField(label=_("Cause"), choices=PauseCause.choices, required=False)
    reason = long_text(_("What is awaited"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["cause"] = typed.get("cause") or PauseCause.OTHER
        return typed


class ResumeForm(CaseForm):
    after = {"resumed_on": "accepted_on"}
    resumed_on = DayField(label=_("Resumed on"))
