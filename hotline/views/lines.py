"""The telephone on the officer's screen: the stream of calls, where a click leads, and the own seat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from hotline import actions
from hotline.forms import SeatForm
from hotline.models import LineCall
from hotline.querysets import ANSWER_CALLS
from hotline.telephony.hub import Full, Hub, hub
from hotline.telephony.screen import mark_of, matter_of, screen_of
from hotline.telephony.stream import events as told
from organizations.http import OfficerRequest

STREAM = "text/event-stream"
FULL_SECONDS = 30
MARK_LENGTH = 32


def insist_on_hotline(request: OfficerRequest) -> None:
    if request.officer.duty not in ANSWER_CALLS:
        raise PermissionDenied


class Stream:
    """The events of one screen. Its place is taken at once, so that a full process can still say so."""

    def __init__(self, ear: Hub, request: OfficerRequest, shown: str) -> None:
        self.held = ExitStack()
        officer = request.officer
        place = self.held.enter_context(ear.place(officer.pk, officer.path, "board" in request.GET))
        self.told = told(ear, place, request.user, get_language() or "", shown)

    def __iter__(self) -> Iterator[str]:
        return self.told

    def close(self) -> None:
        """Called when the answer is over, also when the browser went away before it began."""
        self.told.close()
        self.held.close()


@require_GET
@never_cache
def events(request: OfficerRequest) -> HttpResponse | StreamingHttpResponse:
    """The own calls, by server-sent events; for a browser that asks again and again, as they are now."""
    insist_on_hotline(request)
    shown = request.headers.get("Last-Event-ID", "")[:MARK_LENGTH]
    if STREAM not in request.headers.get("Accept", ""):
        return as_they_are(request, shown)
    try:
        stream = Stream(hub, request, shown)
    except Full:
        return HttpResponse(status=503, headers={"Retry-After": str(FULL_SECONDS)})
    headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}
    return StreamingHttpResponse(stream, content_type=STREAM, headers=headers)


events.unattended = True  # type: ignore[attr-defined]


def as_they_are(request: OfficerRequest, shown: str) -> HttpResponse:
    html = screen_of(request.officer, timezone.now()).html()
    mark = mark_of(html)
    return HttpResponse(status=204) if mark == shown else JsonResponse({"mark": mark, "html": html})


@require_GET
@never_cache
def line(request: OfficerRequest, pk: int) -> HttpResponse:
    """From the call to what it is most likely about. The number stays out of every address."""
    insist_on_hotline(request)
    return redirect(matter_of(line_or_404(request, pk), request.officer))


def line_or_404(request: OfficerRequest, pk: int) -> LineCall:
    rows = LineCall.objects.visible_to(request.officer).select_related("exchange", "officer__user", "record")
    found: LineCall = get_object_or_404(rows, pk=pk)
    return found


def number_in(text: str) -> int:
    """A key from an address. Raises Http404 for what can be none."""
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)


@require_POST
def sign_on(request: OfficerRequest) -> HttpResponse:
    """Sit down at an extension; from then on its calls are shown on this screen."""
    insist_on_hotline(request)
    form = SeatForm(request.POST, officer=request.officer)
    if form.is_valid():
        seat = actions.sign_on(**form.cleaned_data, by=request.officer, at=timezone.now())
        messages.success(request, _("You are signed on at extension %(number)s.") % {"number": seat.extension})
    else:
        messages.warning(request, " ".join(str(text) for errors in form.errors.values() for text in errors))
    return redirect("hotline:calls")


@require_POST
def sign_off(request: OfficerRequest) -> HttpResponse:
    insist_on_hotline(request)
    actions.sign_off(by=request.officer, at=timezone.now())
    messages.success(request, _("You are signed off from the telephone."))
    return redirect("hotline:calls")
