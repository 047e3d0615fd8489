"""The register of employers: the list, and the entries nearest to what is typed."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import Employer
from casework.panels import Hit
from casework.recognition import Proposal, recognise
from organizations.models import Officer

MOST_HITS = 10
MOST_LISTED = 200


class EmployerFilter(forms.Form):
    """What is typed stands in the address of the list, so it does not ask for telephones; the search box does."""

    text = forms.CharField(
        label=gettext_lazy("Name, pinyin, credit code or project"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def rows(self, officer: Officer) -> QuerySet[Employer]:
        return listed(officer, self.cleaned_data["text"] if self.is_valid() else "")


def listed(officer: Officer, text: str) -> QuerySet[Employer]:
    """The register, newest entries first; with a text the nearest of them."""
    rows = Employer.objects.visible_to(officer).for_list()
    text = text.strip()
    if not text:
        return rows.standing()
    return rows.filter(pk__in=[proposal.pk for proposal in recognise(officer, text, MOST_LISTED)])


def find(officer: Officer, text: str) -> list[Hit]:
    """Employers for the search box, the nearest first."""
    return [hit(proposal) for proposal in recognise(officer, text, MOST_HITS)]


def hit(proposal: Proposal) -> Hit:
    detail = " · ".join(part for part in (proposal.division, proposal.uscc) if part)
    return Hit(_("Employer"), proposal.name, detail, Employer(pk=proposal.pk).get_absolute_url())
