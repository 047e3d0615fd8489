"""What is typed to have a table made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from casework.fields import DayField
from casework.forms import VerbForm
from organizations.models import UnionOrg
from reports.actions.exports import MAY_HAVE_NAMES
from reports.models import ExportJob
from reports.periods import year_of

FORMS = [("xlsx", pgettext_lazy("export", "Workbook (xlsx) with a password")), ("csv", "CSV")]


class ExportForm(VerbForm):
    """The purpose is always asked; a reason only of those who may have names in full."""

    kind = forms.ChoiceField(label=pgettext_lazy("export", "What to export"), choices=ExportJob.Kind.choices)
    organization = forms.ModelChoiceField(UnionOrg.objects.none(), label=gettext_lazy("Organisation"), empty_label=None)
    first_on = DayField(label=pgettext_lazy("period", "From"), starts_today=False)
    last_on = DayField(label=pgettext_lazy("period", "To"))
    form = forms.ChoiceField(
        label=pgettext_lazy("export", "Form"),
        choices=FORMS,
        help_text=gettext_lazy("A workbook opens only with a password, which you find beside it. CSV is not locked."),
    )
    purpose = forms.CharField(
        label=pgettext_lazy("export", "Purpose"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("It stands in the table and in the record of exports."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason for names in full"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Without a reason names and telephone numbers are masked."),
    )

    def prepare(self) -> None:
        rows = UnionOrg.objects.visible_to(self.officer).filter(kind=UnionOrg.Kind.FEDERATION)
        self.fields["organization"].queryset = rows.order_by("path")  # type: ignore[attr-defined]
        self.initial.setdefault("organization", self.officer.org_id)
        self.initial.setdefault("first_on", year_of(timezone.localdate(self.at)).first)
        if self.officer.duty not in MAY_HAVE_NAMES:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("first_on") and typed.get("last_on") and typed["last_on"] < typed["first_on"]:
            self.add_error("last_on", _("The last day is before the first."))
        return typed
