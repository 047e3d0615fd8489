"""What to ask and to say, by category: a list kept as data, in the order of the conversation."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

PROMPTS = Path(__file__).parent / "data" / "prompts.csv"


@cache
def table() -> list[dict[str, str]]:
    with PROMPTS.open(encoding="utf-8", newline="") as rows:
        return sorted(csv.DictReader(rows), key=lambda row: int(row["position"]))


def prompts_for(category: str) -> list[str]:
    """The lines for a category, those of its first level first; without a category those for every call."""
    topics = dict.fromkeys([category[:2], category])
    return [row["text"] for topic in topics for row in table() if row["category"] == topic]
