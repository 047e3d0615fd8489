"""The columns of a table, and what stands in one row of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from casework.importing.cells import BROKEN, SHORTENED
from casework.importing.errors import Fault
from casework.widths import half_width

SHORT, REMEMBERED = 40, 2_000
UNCHANGING = (str, int, Decimal, date, type(None))
REASON = "reason"  # the column that rejected rows come back with; it is skipped when they are handed in again


@dataclass(frozen=True)
class Column:
    """`field` reads a cell as a form would: what is needed, how long, in which spelling."""

    name: str
    field: forms.Field
    help: Any = ""

    @property
    def called(self) -> str:
        """As people know it, with the name that stands in the file."""
        words = _("%(label)s (%(name)s)")
        return words % {"label": self.field.label, "name": self.name} if self.field.label else self.name

    def read(self, text: str) -> Any:
        """The value in the cell. Raises ValidationError."""
        if text in BROKEN:
            raise ValidationError(_("The cell holds an error of the spreadsheet program, not a value."))
        if SHORTENED.match(text):
            raise ValidationError(
                _("This number was shortened by the spreadsheet program. Please format the column as text.")
            )
        if not encodable(text):
            raise ValidationError(_("The cell holds a sign that cannot be stored."))
        return self.field.clean(text)


def encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@dataclass
class Row:
    """One row under way: the cells by column, the values read from them, and what is wrong."""

    number: int
    cells: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    known: bool = False

    def refuse(self, column: str, text: str) -> None:
        self.faults.append(Fault(self.number, column, text))

    @property
    def is_good(self) -> bool:
        return not self.faults and not self.known


class Reader:
    """Reads the cells of one column of one file. Most columns hold few different texts: these are read once.

    Only good values are remembered, short ones and up to a bound, so that a file of a million rows fills no memory.
    """

    def __init__(self, column: Column) -> None:
        self.column, self.name = column, column.name
        self.before: dict[str, Any] = {}

    def read(self, text: str) -> Any:
        """Raises ValidationError."""
        if text in self.before:
            return self.before[text]
        value = self.column.read(text)
        if len(text) <= SHORT and isinstance(value, UNCHANGING):
            if len(self.before) == REMEMBERED:
                self.before.clear()
            self.before[text] = value
        return value


class Layout:
    """Which column of the file is which of the table."""

    def __init__(self, names: list[str], columns: Sequence[Column]) -> None:
        self.names, self.readers = names, [Reader(column) for column in columns]

    def row(self, number: int, texts: list[str]) -> Row:
        """Every cell is looked at, so that all that is wrong with a row is said at once."""
        row = Row(number, dict(zip(self.names, texts, strict=False)))
        if any(texts[len(self.names) :]) or row.cells.get(""):
            row.refuse("", _("The row has more cells than there are columns. Cells with a comma need quotation marks."))
        for reader in self.readers:
            try:
                row.values[reader.name] = reader.read(row.cells.get(reader.name, ""))
            except ValidationError as error:
                row.refuse(reader.name, " ".join(error.messages))
        return row


def read_header(number: int, texts: list[str], columns: Sequence[Column]) -> tuple[Layout, list[Fault]]:
    """The layout and what is wrong with it: columns that are unknown, missing or there twice."""
    names = [half_width(text).lower() for text in texts]
    wanted = [column.name for column in columns]
    times = Counter(name for name in names if name)
    faults = [Fault(number, name, _("There is no such column.")) for name in times if name not in {*wanted, REASON}]
    faults += [Fault(number, name, _("The column is there twice.")) for name, count in times.items() if count > 1]
    faults += [Fault(number, name, _("The column is missing.")) for name in wanted if name not in times]
    return Layout(names, columns), faults
