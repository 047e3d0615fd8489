"""What the messages about one call mean together, in whatever order and however often they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from hotline.models import LineCall, LineEvent
from hotline.models.lines import seconds_between

K = LineEvent.Kind
RANK = {K.RINGING: 0, K.ANSWERED: 1, K.TRANSFERRED: 2, K.HUNG_UP: 3}


def in_order(events: Iterable[LineEvent]) -> list[LineEvent]:
    """By the instants of the exchange; what has the same instant by its nature, then by its number."""
    return sorted(events, key=lambda event: (event.at, RANK[K(event.kind)], event.webhook_id))


def derived(events: Sequence[LineEvent]) -> dict[str, Any]:
    """The columns of the call but its officer and its scope, which also depend on who sat where.

    A lost ringing leaves the seconds of ringing unknown, a lost answer those of talking. A call that is told to have
    ended before it was answered was answered after all: two clocks of an exchange may differ.
    """
    rang = first(events, K.RINGING)
    answered = first(events, K.ANSWERED)
    ended = last(events, K.HUNG_UP)
    return {
        "began_at": min(event.at for event in events),
        "rang_at": rang,
        "answered_at": answered,
        "ended_at": ended,
        "ring_seconds": between(rang, answered or ended),
        "talk_seconds": between(answered, ended),
        "extension": latest(events, "reaches"),
        "line": latest(events, "line"),
        "recording_key": latest(events, "recording_key"),
        "transferred_to": latest(events, "transferred_to"),
    }


def first(events: Iterable[LineEvent], kind: str) -> datetime | None:
    return min((event.at for event in events if event.kind == kind), default=None)


def last(events: Iterable[LineEvent], kind: str) -> datetime | None:
    return max((event.at for event in events if event.kind == kind), default=None)


def latest(events: Iterable[LineEvent], name: str) -> str:
    """The last value told that is not empty."""
    return next((str(getattr(e, name)) for e in reversed(in_order(events)) if getattr(e, name)), "")


def reached(events: Iterable[LineEvent]) -> LineEvent | None:
    """The event by which the call came to where it is now."""
    return next((event for event in reversed(in_order(events)) if event.reaches), None)


def between(begin: datetime | None, end: datetime | None) -> int | None:
    return seconds_between(begin, end) if begin and end else None


def with_number(call: LineCall, told_at: datetime, number: str) -> bool:
    """Take the number over when this is the earliest event that tells one; whether anything changed.

    Numbers are not kept with the events, so the rule must not depend on the order in which they come.
    """
    if not number or (call.caller_told_at and (call.caller_told_at, call.caller_phone) <= (told_at, number)):
        return False
    call.caller_phone, call.caller_told_at = number, told_at
    return True
