"""What a report is asked for: organisation, period, breakdown. The API's parameters and the page's form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from casework.fields import DayField
from organizations.models import Officer, UnionOrg
from reports.counts import CASES_ONLY
from reports.definitions import CASE_FIGURES, INDICATORS
from reports.periods import Period, named
from reports.question import Question
from reports.shown import SUCCESS

LONGEST_YEARS = 20
LONGEST_MONTHS = 60

BY = [
    ("organization", gettext_lazy("By organisation")),
    ("prefecture", gettext_lazy("By prefecture")),
    ("county", gettext_lazy("By county")),
    ("township", gettext_lazy("By township")),
    ("quarter", gettext_lazy("By quarter")),
    ("month", gettext_lazy("By month")),
    ("category", gettext_lazy("By category")),
    ("mediator", gettext_lazy("By mediator")),
    ("origin", gettext_lazy("By origin")),
]
PERIODS = [
    ("year", gettext_lazy("This year")),
    ("quarter", gettext_lazy("This quarter")),
    ("month", gettext_lazy("This month")),
    ("last_month", gettext_lazy("Last month")),
    ("last_quarter", gettext_lazy("Last quarter")),
    ("last_year", gettext_lazy("Last year")),
    ("free", gettext_lazy("From … to …")),
]


# The headline comes first, then all of them as they stand on the page.
OF_CASES = {figure.code for figure in CASE_FIGURES}
FIGURES = sorted(((code, one.label) for code, one in INDICATORS.items()), key=lambda one: one[0] != SUCCESS)


class QuestionForm(forms.Form):
    """Parameters of the API. An organisation out of scope is the same as none: Http404."""

    organization = forms.CharField(label=gettext_lazy("Organisation"), required=False, max_length=20)
    to = DayField(label=pgettext_lazy("period", "To"), starts_today=False, may_be_future=True)
    by = forms.ChoiceField(label=gettext_lazy("Breakdown"), choices=[("", "—"), *BY], required=False)

    def __init__(self, data: Mapping[str, Any], *, officer: Officer, today: date) -> None:
        super().__init__(data)
        # "from" cannot be the name of an attribute.
        needed = self.fields["to"].required
        words = pgettext_lazy("period", "From")
        self.fields["from"] = DayField(label=words, starts_today=False, may_be_future=True, required=needed)
        self.officer, self.today = officer, today

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        first, last = typed.get("from"), typed.get("to")
        if first and last:
            self.check_span(first, last, typed.get("by", ""))
        return typed

    def check_span(self, first: date, last: date, by: str) -> None:
        if last < first:
            self.add_error("to", _("The last day is before the first."))
        elif last.year > self.today.year + LONGEST_YEARS:
            self.add_error("to", _("Please check the year."))
        elif last.year - first.year > LONGEST_YEARS:
            self.add_error("to", _("At most %(years)d years at once.") % {"years": LONGEST_YEARS})
        elif by == "month" and (last - first).days > LONGEST_MONTHS * 31:
            self.add_error("to", _("At most %(months)d months at once.") % {"months": LONGEST_MONTHS})

    def question(self) -> Question:
        """Only after `is_valid`. Raises Http404 for an organisation out of scope."""
        typed = self.cleaned_data
        org = organization(typed["organization"].strip(), self.officer)
        return Question(self.officer, org, self.period(), self.breakdown(org), self.today)

    def period(self) -> Period:
        return Period(self.cleaned_data["from"], self.cleaned_data["to"])

    def breakdown(self, org: UnionOrg) -> str:
        return str(self.cleaned_data["by"])


class PageForm(QuestionForm):
    """The page's form: a named period, or two days; the breakdown that fits the organisation."""

    period_name = forms.ChoiceField(label=pgettext_lazy("report", "Period"), choices=PERIODS, required=False)
    to = DayField(label=pgettext_lazy("period", "To"), starts_today=False, may_be_future=True, required=False)
    figure = forms.ChoiceField(label=pgettext_lazy("report", "Figure"), choices=FIGURES, required=False)
    field_order = ("period_name", "from", "to", "by", "figure", "organization")

    def __init__(self, data: Mapping[str, Any], *, officer: Officer, today: date) -> None:
        super().__init__(data, officer=officer, today=today)
        self.order_fields(self.field_order)
        self.fields["by"].choices = [("", _("The usual one")), *BY]  # type: ignore[attr-defined]
        self.fields["organization"].widget = forms.HiddenInput()

    @property
    def chosen(self) -> str:
        """The figure of the table and the chart."""
        return self.cleaned_data.get("figure") or FIGURES[0][0]

    @property
    def name(self) -> str:
        chosen = self.cleaned_data["period_name"]
        return chosen or ("free" if self.cleaned_data["from"] and self.cleaned_data["to"] else "year")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("by") in CASES_ONLY and self.chosen not in OF_CASES:
            self.add_error("figure", _("Calls, documents and referrals have no category, mediator or origin."))
        if typed.get("period_name") == "free":
            for name in ("from", "to"):
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, _("Please enter the day."))
        return typed

    def period(self) -> Period:
        return super().period() if self.name == "free" else named(self.name, self.today)

    def breakdown(self, org: UnionOrg) -> str:
        usual = "quarter" if org.level in {UnionOrg.Level.COUNTY, UnionOrg.Level.TOWNSHIP} else "organization"
        return self.cleaned_data["by"] or usual


def organization(name: str, officer: Officer) -> UnionOrg:
    """By division code or number, the officer's own when none is named. Raises Http404."""
    found = UnionOrg.objects.visible_to(officer).named(name) if name else officer.org
    if found is None:
        raise Http404
    return found
