"""What is wrong with a file as a whole, and with one cell of it, in the user's words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


class UnreadableFile(Exception):
    """The file is not a table we can read. The text says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """One thing to put right. Row 1 is the header; the text never repeats what stood in the cell."""

    row: int
    column: str
    text: str

    def told(self, column: str) -> str:
        """In one line, with the column as the user knows it."""
        words = _("Row %(row)d, %(column)s: %(text)s") if self.column else _("Row %(row)d: %(text)s")
        return words % {"row": self.row, "column": column, "text": self.text}
