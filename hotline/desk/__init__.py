"""What waits for an officer here today, one room per noun."""

from __future__ import annotations

from datetime import date

from casework.panels import Card
from hotline.desk import calls, incidents, orders, quality, watch
from hotline.desk.lists import counted
from hotline.desk.orders import worklist
from organizations.models import Officer

__all__ = ["cards", "worklist"]
ROOMS = (calls, watch, incidents, orders, quality)


def cards(officer: Officer, today: date) -> list[Card]:
    """Who answers now, then counters by duty, each leading to its list."""
    lists = [one for room in ROOMS for one in room.lists(officer, today)]
    return [*watch.on_duty(officer), *counted(lists)]
