"""Ends without agreement, and the end of the file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.fields import DayField
from disputes.models.choices import Advice, Callback, EndReason

from .parts import CaseForm, long_text, reasons


class EndForm(CaseForm):
    after = {"closed_on": "accepted_on"}
    closed_on = DayField(label=_("Ended on"))


class WithdrawForm(EndForm):
    reason = long_text(_("Reason"))


class FailForm(EndForm):
    end_reason = forms.ChoiceField(
        label=_("Ground"),
        choices=reasons(EndReason.NO_COMMON_GROUND, EndReason.TIME_OVER, EndReason.ABSENT, EndReason.OTHER),
    )
    advice = forms.ChoiceField(label=_("Way shown to the parties"), choices=Advice.choices)
    further_advice = forms.MultipleChoiceField(
        label=_("Further ways shown"),
        choices=Advice.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    undisputed_facts = long_text(
        _("Facts both sides confirmed"),
        most=2000,
        required=False,
        help_text=_("Facts which neither side disputes need no proof later, except in a settlement's own concessions."),
    )
    facts_confirmed = forms.BooleanField(label=_("Both sides have signed these facts"), required=False)
    reason = long_text(_("Reason"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        signed = typed.pop("facts_confirmed", False)
        if typed.get("undisputed_facts") and not signed:
            self.add_error("facts_confirmed", gettext("Only facts which both sides have signed are kept."))
        return typed


class TerminateForm(FailForm):
    end_reason = forms.ChoiceField(
        label=_("Ground"),
        choices=reasons(
            EndReason.REFUSAL,
            EndReason.UNREACHABLE,
            EndReason.DEATH,
            EndReason.TIME_OVER,
            EndReason.SHAM,
            EndReason.PENDING,
            EndReason.OTHER,
        ),
    )


class CloseOutForm(CaseForm):
    after = {"closed_out_on": "closed_on"}
    closed_out_on = DayField(label=_("Closed on"))
    callback = forms.ChoiceField(label=_("Callback"), choices=Callback.choices, widget=forms.RadioSelect)


class ReturnForm(CaseForm):
    after = {"returned_on": "closed_on"}
    returned_on = DayField(label=_("Returned on"))
    reason = long_text(_("How the file went back, and to whom"), rows=2, most=200)
