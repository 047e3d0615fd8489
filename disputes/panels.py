"""What this app knows about a file of another."""

from __future__ import annotations

from typing import Any

from casework.panels import Panel
from organizations.models import Officer


def panels(file: Any, officer: Officer) -> list[Panel]:
    return []
