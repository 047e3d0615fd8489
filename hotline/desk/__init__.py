"""What waits for an officer here today, one room per noun."""

from __future__ import annotations

from datetime import date

from casework.panels import Card
from hotline.desk import calls, orders, quality, watch
from hotline.desk.orders import worklist
from organizations.models import Officer

__all__ = ["cards", "worklist"]


def cards(officer: Officer, today: date) -> list[Card]:
    """Counters by duty, each leading to its list."""
    return [card for room in (calls, watch, orders, quality) for card in room.cards(officer, today)]
