"""The register of employers, and every file about one of them that an officer may know of."""

from __future__ import annotations

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.fields import half_width
from casework.models import Employer
from casework.panels import Hit
from organizations.models import Officer

MOST_HITS = 10


class EmployerFilter(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Name or credit code"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def rows(self, officer: Officer) -> QuerySet[Employer]:
        found = Employer.objects.visible_to(officer).for_list()
        text = self.cleaned_data["text"] if self.is_valid() else ""
        return found.filter(matching(text)) if text else found


def matching(text: str) -> Q:
    """Part of the name, or the beginning of the credit code."""
    return Q(name__contains=text.strip()) | Q(uscc__startswith=half_width(text).upper())


def find(officer: Officer, text: str) -> list[Hit]:
    """Employers for the search box, the shortest name first: it is the closest to what was typed."""
    rows = Employer.objects.visible_to(officer).for_list().filter(matching(text))[: MOST_HITS * 5]
    nearest = sorted(rows, key=lambda employer: (not employer.name.startswith(text), len(employer.name)))
    return [hit(employer) for employer in nearest[:MOST_HITS]]


def hit(employer: Employer) -> Hit:
    detail = " · ".join(str(part) for part in (employer.region, employer.uscc) if part)
    return Hit(_("Employer"), employer.name, detail, employer.get_absolute_url())
