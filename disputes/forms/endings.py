"""Ends without agreement, and the end of the file."""

from __future__ import annotations

from django import forms
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
    reason = long_text(_("Reason"))


class TerminateForm(FailForm):
    end_reason = forms.ChoiceField(
        label=_("Ground"),
        choices=reasons(
            EndReason.REFUSAL,
            EndReason.UNREACHABLE,
            EndReason.DEATH,
            EndReason.SHAM,
            EndReason.PENDING,
            EndReason.OTHER,
        ),
    )


class CloseOutForm(CaseForm):
    after = {"closed_out_on": "closed_on"}
    closed_out_on = DayField(label=_("Closed on"))
    callback = forms.ChoiceField(label=_("Callback"), choices=Callback.choices, widget=forms.RadioSelect)


class ArchiveForm(CaseForm):
    after = {"archived_on": "closed_out_on"}
    archived_on = DayField(label=_("Archived on"))
