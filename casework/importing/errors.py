"""What is wrong with a file as a whole, and with one cell of it, in the user's words."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableFile(Exception):
    """The file is not a table we can read. The text says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """One thing to put right. Row 1 is the header; the text never repeats what stood in the cell."""

    row: int
    column: str
    text: str
