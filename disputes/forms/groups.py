"""The roster of a group: the table, and how a sum is shared out among its workers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.deadlines import policy
from casework.fields import RowsField
from casework.models import Category
from disputes.roster import read_roster

from .agreement import AgreedRow
from .parts import CaseForm


class RosterForm(CaseForm):
    """Cleans to the rows of the table, or says what is wrong with each."""

    table = forms.FileField(
        label=gettext_lazy("Roster (.xlsx or .csv)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=gettext_lazy("It takes the place of the roster as it is; when one row is wrong nothing is changed."),
    )

    def clean_table(self) -> list[dict[str, Any]]:
        upload: Any = self.cleaned_data["table"]
        categories = list(Category.objects.in_use(self.file.received_on))
        return read_roster(upload.file, upload.name, categories, policy("roster_rows_max", self.file, self.today))


class ShareForm(CaseForm):
    agreed = RowsField(
        AgreedRow,
        label=gettext_lazy("Agreed on each claim"),
        min_rows=1,
        help_text=gettext_lazy("Each worker gets a part in proportion to what he or she claims."),
    )

    def prepare(self) -> None:
        claims = self.file.claims.all()
        self.initial.setdefault("agreed", [{"claim": claim.position, "amount": claim.claimed} for claim in claims])
