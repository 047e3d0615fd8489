"""What the list of cases can be narrowed by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Category
from casework.words import SOON
from disputes.limitation import warned_until
from disputes.models import DisputeCase
from disputes.querysets import DisputeCaseQuerySet
from organizations.models import Officer

from .parts import ANY

SHOW = [
    ("", _("All cases")),
    ("running", _("Not concluded")),
    ("overdue", _("Overdue")),
    ("soon", _("Due within three days")),
    ("limitation", _("Limitation ends soon")),
    ("to_be_ended", _("To be ended or extended")),
    ("follow_up", _("Payments to follow up")),
    ("default", _("In default")),
    ("mine", _("Those I worked on")),
    ("return", _("To be returned to the court")),
    ("sham", _("Sham mediation reported")),
    ("term", _("Term in the archive is over")),
    ("proposed", _("Proposed for destruction")),
    ("approved", _("Destruction approved")),
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
        rows = shown(rows, typed.get("show"), officer, today)
        if typed.get("state"):
            rows = rows.filter(state=typed["state"])
        if typed.get("category"):
            rows = rows.filter(category__parent=typed["category"])
        return rows.against(typed["respondent"]) if typed.get("respondent") else rows


def shown(rows: DisputeCaseQuerySet, show: str | None, officer: Officer, today: date) -> DisputeCaseQuerySet:
    """The part of the cases an entry of `SHOW` stands for."""
    ways: dict[str, Callable[[], DisputeCaseQuerySet]] = {
        "": lambda: rows,
        "running": rows.running,
        "overdue": lambda: rows.overdue(today),
        "soon": lambda: rows.pressing(today, today + timedelta(days=SOON)),
        "limitation": lambda: rows.limitation_ends(today, warned_until(officer.org, today)),
        "to_be_ended": rows.to_be_ended,
        "follow_up": rows.to_follow_up,
        "default": lambda: rows.in_default(today),
        "mine": lambda: rows.touched_by(officer),
    }
    return ways.get(show or "", lambda: of_the_file(rows, show or "", today))()


def of_the_file(rows: DisputeCaseQuerySet, show: str, today: date) -> DisputeCaseQuerySet:
    """The lists of courts, director and archivist."""
    waiting = rows.filter(state="archived", destroyed_on=None)
    match show:
        case "return":
            return rows.to_be_returned()
        case "sham":
            return rows.sham_reported()
        case "term":
            return rows.due_for_appraisal(today)
        case "proposed":
            return waiting.filter(appraised_on__isnull=False, destruction_approved_on=None)
        case _:
            return waiting.filter(destruction_approved_on__isnull=False)
