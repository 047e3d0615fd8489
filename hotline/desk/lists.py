"""Cards that count several lists at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from casework.panels import Card, bounded_all

Lists = list[tuple[Any, Any, str, str]]


def counted(lists: Lists) -> list[Card]:
    """The cards of several lists, counted in one statement. A list is its title, rows, address and tone."""
    counts = bounded_all([rows for _title, rows, _url, _tone in lists])
    return [Card(title, count, url, tone) for (title, _rows, url, tone), count in zip(lists, counts, strict=True)]


def shown(name: str, show: str) -> str:
    """The address of a list with one of its views."""
    return f"{reverse(f'hotline:{name}')}?{urlencode({'show': show})}"
