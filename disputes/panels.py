"""What this app knows about a file of another: the apps above link to cases themselves, so nothing here."""

from __future__ import annotations

from typing import Any

from casework.panels import Panel
from organizations.models import Officer


def panels(file: Any, officer: Officer) -> list[Panel]:
    """No lower app has files a case could stand beside."""
    return []
