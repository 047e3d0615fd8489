"""The roster of a group: its pages, shown in full for a recorded reason, and the empty form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casework.pages import list_page, visible
from casework.paging import page_of
from casework.views import MAY_REVEAL, reveal_page
from disputes.models import DisputeCase, RosterEntry
from organizations.http import OfficerRequest

EMPTY_FORM = Path(__file__).resolve().parent.parent / "data" / "roster.xlsx"


@require_GET
def roster(request: OfficerRequest, pk: int) -> HttpResponse:
    """The workers of a group, masked, fifty on a page."""
    case: DisputeCase = visible(request, DisputeCase, pk)
    return list_page(
        request,
        rows_of(case),
        "disputes/roster.html",
        ordering="position",
        title=_("Roster of the workers"),
        file=case,
        may_reveal=request.officer.duty in MAY_REVEAL,
        cursor=request.GET.urlencode(),
        empty={"title": _("No roster yet"), "text": _("It is taken in on the page of the case.")},
    )


def rows_of(case: DisputeCase) -> QuerySet[RosterEntry]:
    return case.roster.select_related("category", "file")


def roster_reveal(request: OfficerRequest, pk: int) -> HttpResponse:
    """One page of the roster in full."""

    def shown(case: DisputeCase) -> list[Any]:
        page, _next, _previous = page_of(request, rows_of(case), ordering="position")
        return [line for entry in page for line in entry.personal()]

    return reveal_page(request, DisputeCase, pk, shown)


@require_GET
def roster_form(request: OfficerRequest, pk: int) -> FileResponse:
    """The empty table to fill in for a case. Its cells are texts, so that no program shortens an identity number."""
    visible(request, DisputeCase, pk)
    return FileResponse(EMPTY_FORM.open("rb"), as_attachment=True, filename=EMPTY_FORM.name)
