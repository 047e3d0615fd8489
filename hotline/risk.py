"""When a call may be a group incident, and how grave one is. Every number and word is a setting."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from casework.deadlines import policy

if TYPE_CHECKING:
    from hotline.models import CallRecord

HARMLESS = {"invalid", "praise"}


def risk_of(people: int, file: Any, on: date) -> str:
    """The highest level whose number is reached; below the lowest, as where a word gave the alarm, the lowest."""
    levels: dict[str, int] = policy("incident_risk_levels", file, on)
    reached = [(least, name) for name, least in levels.items() if people >= least]
    return max(reached)[1] if reached else min((least, name) for name, least in levels.items())[1]


def trigger_of(call: CallRecord, at: datetime) -> tuple[str, str] | None:
    """What makes the call worth judging: ("people", ""), ("visitors", ""), ("word", the word); None where nothing does.

    A call entered long after it came in is history and raises no alarm.
    """
    on = timezone.localdate(at)
    if call.non_case or call.request_type in HARMLESS or is_history(call, at, on):
        return None
    if call.workers_affected >= policy("group_case_threshold", call, on):
        return "people", ""
    if call.channel == call.Channel.WALK_IN and reaches(call, policy("incident_visitors_threshold", call, on)):
        return "visitors", ""
    word = word_in(f"{call.facts}\n{call.claim}", policy("incident_words", call, on))
    return ("word", word) if word else None


def is_history(call: CallRecord, at: datetime, on: date) -> bool:
    return at - call.started_at > timedelta(hours=policy("incident_alarm_hours", call, on))


def reaches(call: CallRecord, threshold: int) -> bool:
    """Nought switches the rule off."""
    return bool(threshold) and call.workers_affected >= threshold


def word_in(text: str, words: list[str]) -> str:
    """The first word that stands in the text, however its signs were typed and spaced."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return next((word for word in words if word in plain), "")
