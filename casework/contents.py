"""The contents of a file: its papers in their places, numbered and counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from casework.documents.paper import on_paper


@dataclass(frozen=True)
class Entry:
    """One paper in its place. `number` is that of its part of the file and its own turn in it: "03-02"."""

    number: str
    place: Any
    paper: Any

    @property
    def place_label(self) -> str:
        return str(self.place.label)

    @property
    def day(self) -> date:
        return timezone.localdate(self.paper.at)

    @property
    def pages(self) -> int | None:
        """None where nobody has counted them."""
        found: int | None = self.paper.pages
        return found

    @property
    def pages_in_words(self) -> str:
        return str(self.pages) if self.pages else gettext("pages not counted")


def numbered(papers: Iterable[tuple[int, Any, Any]]) -> list[Entry]:
    """Entries from part, place and paper, in the order given."""
    turns: dict[int, int] = {}
    entries = []
    for part, place, paper in papers:
        turns[part] = turns.get(part, 0) + 1
        entries.append(Entry(f"{part:02}-{turns[part]:02}", place, paper))
    return entries


def counted(entries: Sequence[Entry]) -> dict[str, int]:
    """The known pages, and how many papers have no known number of them."""
    return {
        "pages": sum(entry.pages or 0 for entry in entries),
        "uncounted": sum(entry.pages is None for entry in entries),
    }


def printed(entries: Sequence[Entry]) -> dict[str, Any]:
    """The contents as values of the cover."""
    sums = counted(entries)
    return {
        "papers": [row(entry) for entry in entries],
        "page_sum": str(sums["pages"]),
        "uncounted": str(sums["uncounted"] or ""),
    }


def row(entry: Entry) -> dict[str, str]:
    return {
        "no": entry.number,
        "title": entry.paper.title,
        "place": entry.place_label,
        "day": on_paper(entry.day),
        "pages": entry.pages_in_words,
    }
