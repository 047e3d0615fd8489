"""What waits for an officer here today."""

from __future__ import annotations

from datetime import date

from casework.panels import Card, Task
from organizations.models import Officer


def cards(officer: Officer, today: date) -> list[Card]:
    return []


def worklist(officer: Officer, today: date) -> list[Task]:
    return []
