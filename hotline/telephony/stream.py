"""Server-sent events: the bar of one officer, sent when it changes. See docs/adr/0023."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import override

from hotline.telephony.hub import Hub, Place
from hotline.telephony.screen import mark_of, screen_of
from organizations.models import Officer, User

HEARTBEAT_SECONDS = 10  # a proxy closes what is silent for long, and a browser that left is noticed by it
RETRY_MILLISECONDS = 1000


def message(name: str, data: str, mark: str) -> str:
    """One event. JSON keeps line breaks out of the data."""
    return f"event: {name}\nid: {mark}\ndata: {json.dumps(data)}\n\n"


def events(hub: Hub, place: Place, user: User, language: str, shown: str) -> Generator[str, None, None]:
    """What changed on the screen of the officer, until the process ends or the time of a stream is over.

    `shown` is the mark of what the browser shows already: a connection that comes back is told only what differs.
    """
    yield f"retry: {RETRY_MILLISECONDS}\n\n"
    over = time.monotonic() + settings.LINE_STREAM_SECONDS
    changed, opening = True, True
    while time.monotonic() < over and not hub.is_ending():
        if changed:
            screen = look(place.officer, user, language)
            if screen is None:
                return
            yield from differences(place, screen, shown, opening)
            shown, opening = screen[0], False
        changed = place.wait(HEARTBEAT_SECONDS, hub.is_ending)
        if not changed:
            yield ": \n\n"


def differences(place: Place, screen: tuple[str, str], shown: str, opening: bool) -> Iterator[str]:
    mark, html = screen
    if mark != shown:
        yield message("line", html, mark)
    if place.board and not opening:
        yield message("board", "", mark)


def look(pk: int, user: User, language: str) -> tuple[str, str] | None:
    """Mark and text of the bar as the rows are now; None once the duty has ended. Holds no connection afterwards."""
    try:
        officer = Officer.objects.of(user).filter(pk=pk).first()
        if officer is None:
            return None
        with override(language):
            html = screen_of(officer, timezone.now()).html()
        return mark_of(html), html
    finally:
        if not connection.in_atomic_block:
            connection.close()
