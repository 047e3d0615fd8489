"""The rows that were not taken, as a table that can be corrected and handed in again."""

from __future__ import annotations

import csv
from typing import IO

from django.utils.translation import gettext as _

from casework.importing.cells import safe
from casework.importing.columns import REASON, Row
from casework.importing.errors import Fault
from casework.importing.kinds import ImportKind


class RejectedRows:
    """Writes the columns of the table and the reason. Nothing in it is a formula, whatever the file held."""

    def __init__(self, stream: IO[str], kind: ImportKind) -> None:
        self.kind, self.names = kind, [column.name for column in kind.columns]
        self.writer, self.count = csv.writer(stream), 0
        self.writer.writerow([*self.names, REASON])

    def add(self, row: Row) -> None:
        reason = " ".join(self.told(fault) for fault in row.faults)
        self.writer.writerow([safe(text) for text in [*(row.cells.get(name, "") for name in self.names), reason]])
        self.count += 1

    def told(self, fault: Fault) -> str:
        words = _("%(column)s: %(text)s") if fault.column else "%(text)s"
        return words % {"column": self.kind.called(fault.column), "text": fault.text}
