"""What the list of cases can be narrowed by."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Category
from casework.words import SOON
from disputes.models import DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from organizations.models import Officer

from .parts import ANY

SHOW = [
    ("", _("All cases")),
    ("running", _("Not concluded")),
    ("overdue", _("Overdue")),
    ("soon", _("Due within three days")),
    ("mine", _("Those I worked on")),
]


class CaseFilter(forms.Form):
    show = forms.ChoiceField(label=_("Show"), choices=SHOW, required=False)
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *DisputeCase.State.choices], required=False)
    category = forms.ModelChoiceField(
        Category.objects.filter(parent=None), label=_("Category"), required=False, empty_label=_("All")
    )
    respondent = forms.CharField(label=_("Respondent"), max_length=60, required=False)

    def narrow(self, rows: DisputeCaseQuerySet, officer: Officer, today: date) -> DisputeCaseQuerySet:
        """Values that are not possible narrow nothing."""
        self.full_clean()
        typed = self.cleaned_data
        show = typed.get("show")
        if show == "running":
            rows = rows.running()
        elif show == "overdue":
            rows = rows.overdue(today)
        elif show == "soon":
            rows = rows.pressing(today, today + timedelta(days=SOON))
        elif show == "mine":
            rows = rows.touched_by(officer)
        if typed.get("state"):
            rows = rows.filter(state=typed["state"])
        if typed.get("category"):
            rows = rows.filter(category__parent=typed["category"])
        return rows.against(typed["respondent"], officer) if typed.get("respondent") else rows
