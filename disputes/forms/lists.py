"""What the list of cases can be narrowed by. All of it stands in the address, so a list can be kept and passed on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.early.window import soon_until
from casework.models import Category
from disputes.limitation import warned_until
from disputes.mediators import mediators_within
from disputes.models import DisputeCase
from disputes.querysets import IN_HAND, WAITING, DisputeCaseQuerySet
from organizations.models import Duty, Officer

from .fields import OfficerField
from .parts import ANY

SHOW = [
    ("", _("In hand")),
    ("running", _("Not concluded")),
    ("overdue", _("Overdue")),
    ("soon", _("Due soon")),
    ("limitation", _("Limitation ends soon")),
    ("to_be_ended", _("To be ended or extended")),
    ("follow_up", _("Payments to follow up")),
    ("default", _("In default")),
    ("waiting", _("Waiting for others")),
    ("papers", _("Waiting for papers")),
    ("appraisal", _("Waiting for an appraisal or a decision")),
    ("payment", _("Waiting for payment")),
    ("mine", _("Those I worked on")),
    ("return", _("To be returned to the court")),
    ("sham", _("Sham mediation reported")),
    ("term", _("Term in the archive is over")),
    ("proposed", _("Proposed for destruction")),
    ("approved", _("Destruction approved")),
    ("all", _("All cases")),
]
KINDS = [*ANY, ("group", _("Group dispute")), ("single", _("Not a group dispute"))]
OF_THE_FILE = ("return", "sham", "term", "proposed", "approved")
URGENT_FIRST, NEWEST_FIRST = "rank", "-pk"


class CaseFilter(forms.Form):
    show = forms.ChoiceField(label=_("Show"), choices=SHOW, required=False)
    state = forms.ChoiceField(label=_("State"), choices=[*ANY, *DisputeCase.State.choices], required=False)
    category = forms.ModelChoiceField(
        Category.objects.filter(parent=None), label=_("Category"), required=False, empty_label=_("All")
    )
    mediator = OfficerField(Officer.objects.none(), label=_("Mediator"), required=False, empty_label=_("All"))
    origin = forms.ChoiceField(label=_("Origin"), choices=[*ANY, *DisputeCase.Origin.choices], required=False)
    urgency = forms.ChoiceField(label=_("Urgency"), choices=[*ANY, *DisputeCase.Urgency.choices], required=False)
    kind = forms.ChoiceField(label=_("Group"), choices=KINDS, required=False)
    respondent = forms.CharField(label=_("Respondent"), max_length=60, required=False)

    def __init__(self, data: QueryDict | None, *, officer: Officer, today: date | None = None) -> None:
        super().__init__(data if data is not None else QueryDict())
        self.officer, self.today = officer, today or timezone.localdate()
        if officer.duty == Duty.MEDIATOR:
            del self.fields["mediator"]
        else:
            field: Any = self.fields["mediator"]
            field.queryset = mediators_within(officer, self.today)
        self.full_clean()

    def rows(self) -> DisputeCaseQuerySet:
        """The list this officer sees under these filters, in no order yet. What is not possible narrows nothing."""
        rows = self.shown(DisputeCase.objects.visible_to(self.officer))
        equal = {name: self.chosen(name) for name in ("state", "mediator", "origin", "urgency")}
        rows = rows.filter(**{name: value for name, value in equal.items() if value not in ("", None)})
        if self.chosen("category"):
            rows = rows.filter(category__parent=self.chosen("category"))
        if self.chosen("kind"):
            rows = rows.filter(is_group=self.chosen("kind") == "group")
        return rows.against(self.chosen("respondent"), self.officer) if self.chosen("respondent") else rows

    def shown(self, rows: DisputeCaseQuerySet) -> DisputeCaseQuerySet:
        show = self.chosen("show")
        if show in OF_THE_FILE:
            return of_the_file(rows, show, self.today)
        if show == "all" or (not show and self.chosen("state")):
            return rows
        return in_work(rows, show, self.officer, self.today)

    @property
    def ordering(self) -> str:
        """Urgent first among what somebody has to act on; what is closed has no urgency, so the newest first."""
        state = self.chosen("state")
        is_work = state in IN_HAND if state else self.chosen("show") not in {"all", "mine", *OF_THE_FILE}
        return URGENT_FIRST if is_work else NEWEST_FIRST

    def chosen(self, name: str) -> Any:
        return self.cleaned_data.get(name) or ""

    @property
    def query(self) -> str:
        """The filters that narrow something, always in the same order: what views and links hold."""
        chosen = {name: self.chosen(name) for name in self.fields}
        return urlencode({name: getattr(value, "pk", value) for name, value in chosen.items() if value})


def in_work(rows: DisputeCaseQuerySet, show: str, officer: Officer, today: date) -> DisputeCaseQuerySet:
    """The cases somebody still has to do something about, or the part of them an entry of `SHOW` stands for."""
    ways: dict[str, Callable[[], DisputeCaseQuerySet]] = {
        "running": rows.running,
        "overdue": lambda: rows.overdue(today),
        "soon": lambda: rows.pressing(today, soon_until(officer, today)),
        "limitation": lambda: rows.limitation_ends(today, warned_until(officer.org, today)),
        "to_be_ended": rows.to_be_ended,
        "follow_up": rows.to_follow_up,
        "default": lambda: rows.in_default(today),
        "mine": lambda: rows.touched_by(officer),
    }
    if show == "waiting" or show in WAITING:
        return rows.waiting_for(show)
    return ways.get(show, rows.in_hand)()


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
