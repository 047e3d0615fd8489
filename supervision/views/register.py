"""The register of numbers, as the archive and the unions above read it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.pages import list_page
from organizations.http import OfficerRequest
from supervision.filters import RegisterFilter
from supervision.models import SupervisionDocument
from supervision.register import series
from supervision.views.access import readers_only


def numbers(request: OfficerRequest) -> HttpResponse:
    """Every number of one union, kind and year in its order, void ones with the reason."""
    readers_only(request)
    form = RegisterFilter(request.GET, officer=request.officer, today=timezone.localdate())
    org, kind, year = form.chosen()
    rows = SupervisionDocument.objects.visible_to(request.officer).numbered(org, kind, year)
    return list_page(
        request,
        rows.for_register(),
        "supervision/numbers.html",
        ordering="serial",
        title=_("Register of numbers"),
        filter_form=form,
        series=series(rows, org, kind, year),
        org=org,
        empty={"title": _("No number was taken in this series")},
    )
