"""大屏: who waits and for how long, who sits where, how the day stands. Refreshed by the stream without reloading."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from hotline.telephony import board as live
from hotline.telephony.health import exchanges_for
from hotline.views.lines import insist_on_hotline
from organizations.http import OfficerRequest


@require_GET
@never_cache
def board(request: OfficerRequest) -> HttpResponse:
    """The page as it opens."""
    insist_on_hotline(request)
    return render(request, "hotline/board.html", {"title": _("Live board"), **contents(request)})


@require_GET
@never_cache
def board_part(request: OfficerRequest) -> HttpResponse:
    """What changes on it, asked for by the page itself when the stream says that something has."""
    insist_on_hotline(request)
    return render(request, "hotline/parts/board.html", contents(request))


board_part.unattended = True  # type: ignore[attr-defined]


def contents(request: OfficerRequest) -> dict[str, Any]:
    now = timezone.now()
    return {
        "now": now,
        "waiting": live.waiting(request.officer),
        "seats": live.seats(request.officer, now),
        "figures": live.figures(request.officer, now),
        "exchanges": exchanges_for(request.officer, now),
    }
