"""Flags of a caller: set until a day, and ended before it."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.deadlines import policy
from casework.fields import DayField
from casework.forms import VerbForm
from hotline.models import CallerFlag

from .parts import choose, long_text


def reason() -> forms.CharField:
    help_text = gettext_lazy("No names and no numbers, please: it stays in the history.")
    return long_text(gettext_lazy("Reason"), rows=2, most=300, help_text=help_text)


class FlagForm(VerbForm):
    kind = forms.ChoiceField(label=gettext_lazy("What colleagues have to know"), choices=CallerFlag.Kind.choices)
    until = DayField(label=gettext_lazy("Valid until"), may_be_future=True)
    text = long_text(
        gettext_lazy("Note"),
        rows=2,
        most=300,
        required=False,
        help_text=gettext_lazy("Shown beside the form when the number is typed; gone with the flag."),
    )
    reason = reason()

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        most: int = policy("caller_flag_days_max", self.file, self.today)
        if until < self.today:
            raise forms.ValidationError(_("This day is over. Please enter a day from today on."))
        if until > self.today + timedelta(days=most):
            raise forms.ValidationError(_("At most %(days)d days from today.") % {"days": most})
        return until


class EndFlagForm(VerbForm):
    flag = forms.ModelChoiceField(CallerFlag.objects.none(), label=gettext_lazy("Flag"))
    reason = reason()

    def prepare(self) -> None:
        rows = CallerFlag.objects.visible_to(self.officer).filter(call=self.file)
        choose(self, "flag", rows)
        self.initial.setdefault("flag", rows.first())
