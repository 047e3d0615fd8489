"""What is typed when a report is made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms import VerbForm
from reports.filings.kinds import TEXTS


def area(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), **more
    )


class MakeForm(VerbForm):
    """The parts of this kind of report that are written by hand, and why earlier figures changed."""

    visits = area(TEXTS["visits"])
    problems = area(TEXTS["problems"])
    trends = area(TEXTS["trends"])
    recommendations = area(TEXTS["recommendations"])
    summary = area(TEXTS["summary"])
    typical_cases = area(TEXTS["typical_cases"], help_text=_("Without names of workers."))
    adjustment_reason = area(
        _("Why earlier figures changed"),
        help_text=_("Only where the list of adjustments is not empty: a reopened case, a payment entered late."),
    )

    def prepare(self) -> None:
        """Only the parts of this kind; what was written before it was given back is proposed."""
        if self.file is None:
            return
        kept = {*self.file.about.texts, "adjustment_reason"}
        for name in set(self.fields) - kept:
            del self.fields[name]
        if self.file.snapshot:
            for name, text in self.file.snapshot.texts.items():
                self.initial.setdefault(name, text)
