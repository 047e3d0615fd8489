"""The directory of offices: whom to turn to, when and where, in words that can be read to a caller or sent as text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.pages import list_page
from organizations.http import OfficerRequest
from organizations.models import Authority, Region

ANY = [("", gettext_lazy("All"))]


class DirectoryForm(forms.Form):
    """Offices of a place: those of the division itself and of all above it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of authority"), required=False, choices=[*ANY, *Authority.Kind.choices]
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=20, required=False)
    name = forms.CharField(label=gettext_lazy("Part of the name"), max_length=40, required=False)

    def rows(self, rows: QuerySet[Authority]) -> QuerySet[Authority]:
        wanted: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        if wanted.get("kind"):
            rows = rows.filter(kind=wanted["kind"])
        if wanted.get("place"):
            rows = rows.filter(region__in=places(wanted["place"]))
        return rows.filter(name__contains=wanted["name"]) if wanted.get("name") else rows


def places(text: str) -> list[str]:
    """The divisions a place named by code or name belongs to."""
    found = Region.objects.filter(name__contains=text)[:50] if not text.isdecimal() else Region.objects.filter(pk=text)
    return list({code for region in found for code in region.lineage})


def directory(request: OfficerRequest) -> HttpResponse:
    """Every office in service, the nearest first where a place is asked for."""
    own = request.officer.org.region.name if request.officer.org else ""
    filters = DirectoryForm(request.GET if request.GET else {"place": own})
    rows = Authority.objects.visible_to(request.officer).active().select_related("region")
    return list_page(
        request,
        filters.rows(rows),
        "referrals/directory.html",
        title=_("Directory of offices"),
        filter_form=filters,
        empty={"title": _("No office here"), "text": _("Please look for another place or another kind.")},
    )
