"""What waits for an officer today, collected from every app, the most urgent first."""

from __future__ import annotations

from datetime import date
from typing import Any

import disputes.desk
import hotline.desk
import referrals.desk
import supervision.desk
from casework.panels import Card, Task, more_desks
from desk import administration
from desk.radar import watch
from organizations.models import Officer

MOST = 20
SOURCES: tuple[Any, ...] = (hotline.desk, disputes.desk, supervision.desk, referrals.desk, watch, administration)


def sources() -> tuple[Any, ...]:
    """The apps below, and those beside that have made themselves known."""
    return (*SOURCES, *more_desks)


def cards(officer: Officer, today: date) -> list[Card]:
    """The counters of every app for this duty, in the order a matter flows."""
    return [card for source in sources() for card in source.cards(officer, today)]


def worklist(officer: Officer, today: date) -> list[Task]:
    """The files that wait for this officer: urgent ones first, then by their next day, at most twenty."""
    tasks = [task for source in sources() for task in source.worklist(officer, today)]
    return sorted(tasks, key=urgency)[:MOST]


def urgency(task: Task) -> tuple[int, date, str]:
    return -task.urgency, task.due_on or date.max, task.number


def due_today(tasks: list[Task], today: date) -> int:
    return sum(task.due_on == today for task in tasks)
