"""What is typed to hand in a table and to have it imported."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_BYTES = 50 * 1024 * 1024
ENDINGS = {".csv", ".xlsx"}


class TableForm(forms.Form):
    table = forms.FileField(
        label=gettext_lazy("Table"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text=gettext_lazy("CSV (UTF-8 or GB18030) or Excel (.xlsx), up to 50 MB. Nothing is imported yet."),
    )

    def clean_table(self) -> Any:
        table = self.cleaned_data["table"]
        if PurePath(table.name).suffix.lower() not in ENDINGS:
            raise forms.ValidationError(
                _("Only .csv and .xlsx files can be imported. Please save the table as one of these.")
            )
        if table.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than %(limit)d MB."), params={"limit": MOST_BYTES >> 20})
        return table


class ConfirmForm(forms.Form):
    skip_bad = forms.BooleanField(label=gettext_lazy("Leave out the rows that are wrong"), required=False)
