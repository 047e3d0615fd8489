"""How many working days ahead an officer wants to be warned."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casework.early.window import MOST, region_of, usual
from casework.forms import VerbForm

DAYS = [str(days) for days in range(MOST + 1)]


class WarningForm(VerbForm):
    days = forms.ChoiceField(
        label=gettext_lazy("Warn me before a deadline ends"),
        choices=[("", ""), *((days, days) for days in DAYS)],
        required=False,
        help_text=gettext_lazy(
            "One message for each deadline, in office hours. The same number decides what your lists show as due soon."
        ),
    )

    def prepare(self) -> None:
        chosen = self.officer.user.warning_days if self.officer.user else None
        self.initial["days"] = "" if chosen is None else str(chosen)
        self.fields["days"].choices = [("", self.as_usual()), *((days, in_words(int(days))) for days in DAYS)]  # type: ignore[attr-defined]

    def as_usual(self) -> str:
        return _("As is usual here: %(days)s") % {"days": in_words(usual(region_of(self.officer), self.today))}

    def clean_days(self) -> int | None:
        typed = self.cleaned_data["days"]
        return int(typed) if typed else None


def in_words(days: int) -> str:
    if not days:
        return _("No early warning")
    return ngettext("%(days)d working day ahead", "%(days)d working days ahead", days) % {"days": days}
