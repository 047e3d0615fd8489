"""One search box over everything: numbers, names, telephone numbers, employers."""

from __future__ import annotations

from typing import Any

import disputes.search
import hotline.search
import referrals.search
import supervision.search
from casework.panels import Hit
from desk import employers
from organizations.models import Officer

SOURCES: tuple[Any, ...] = (disputes.search, hotline.search, supervision.search, referrals.search, employers)
SHORTEST = 2


def find(officer: Officer, text: str) -> list[Hit]:
    """What matches in this officer's scope: a file with exactly this number first, then in the order of the apps."""
    if len(text) < SHORTEST:
        return []
    hits = [hit for source in SOURCES for hit in source.find(officer, text)]
    return sorted(hits, key=lambda hit: hit.title != text)
