"""The page that lists what stands behind a number, within the reader's rights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casework.paging import page_of
from organizations.http import OfficerRequest
from reports.asking import insist_on_reader
from reports.behind import Part, Rows
from reports.definitions import INDICATORS
from reports.drill import BehindForm, Number
from reports.late import LATE
from reports.listed import SHOWN, WEIGHTS, Listed
from reports.shown import number_words


def unmarked(part: Part, rows: Rows) -> Rows:
    return rows


@require_safe
@never_cache
def files(request: OfficerRequest) -> HttpResponse:
    """The list is as long as the number; of what the reader may not know there is only the count."""
    insist_on_reader(request)
    form = BehindForm(request.GET, officer=request.officer, today=timezone.localdate())
    if not form.is_valid():
        raise Http404
    typed = form.cleaned_data
    number = Number(form.question(), typed["figure"], typed["key"], typed["own"])
    return listing(request, number, typed["part"] or 0)


def listing(
    request: OfficerRequest, number: Number, at: int, marked: Callable[[Part, Rows], Rows] = unmarked, **more: Any
) -> HttpResponse:
    """One of the lists of a number. `marked` may give its rows a column `changed`; `more` is for the template."""
    if at >= len(number.parts):
        raise Http404
    part = number.parts[at]
    known = number.known(part)
    show, related = SHOWN[known.model]
    rows = marked(part, known.select_related(*related) if related else known)
    page, following, previous = page_of(request, rows)
    counted, seen = number.rows(part).count(), known.count()
    figure = LATE.get(number.figure) or INDICATORS[number.figure]
    context = {
        "title": figure.label,
        "figure": figure,
        "question": number.question,
        "page": [line(show(row), row, part) for row in page],
        "weight": WEIGHTS.get(part.weight, ""),
        "sum": number_words(number.measured(part)) if part.weight else "",
        "whole": number_words(sum(number.measured(one) for one in number.parts)) if len(number.parts) > 1 else "",
        "next": following,
        "previous": previous,
        "counted": counted,
        "unseen": counted - seen,
        "parts": parts(request, number, at),
        "as_of": timezone.now(),
        "empty": {"title": _("Nothing was counted here"), "text": _("The number is zero, so there is no list.")},
        **more,
    }
    return render(request, "reports/files.html", context)


def line(shown: Listed, row: Any, part: Part) -> tuple[Listed, str, bool]:
    """A row, what it weighs in the number, and whether it is marked."""
    return shown, number_words(getattr(row, part.weight)) if part.weight else "", getattr(row, "changed", False)


def parts(request: OfficerRequest, number: Number, at: int) -> list[tuple[str, str, int, bool]]:
    """Title, address and length of each list of a number that has several."""
    if len(number.parts) == 1:
        return []
    asked = request.GET.copy()
    asked.pop("cursor", None)
    found = []
    for n, part in enumerate(number.parts):
        asked["part"] = str(n)
        found.append((str(part.title), f"?{asked.urlencode()}", number.rows(part).count(), n == at))
    return found
