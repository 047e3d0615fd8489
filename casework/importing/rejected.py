"""The rows that were not taken, as a table that can be corrected and handed in again."""

from __future__ import annotations

import csv
from typing import IO

from casework.importing.cells import safe
from casework.importing.columns import REASON, Row
from casework.importing.kinds import ImportKind


class RejectedRows:
    """Writes the columns of the table and the reason. Nothing in it is a formula, whatever the file held."""

    def __init__(self, stream: IO[str], kind: ImportKind) -> None:
        self.names = [column.name for column in kind.columns]
        self.writer, self.count = csv.writer(stream), 0
        self.writer.writerow([*self.names, REASON])

    def add(self, row: Row) -> None:
        reason = "; ".join(f"{fault.column}: {fault.text}" if fault.column else fault.text for fault in row.faults)
        self.writer.writerow([safe(text) for text in [*(row.cells.get(name, "") for name in self.names), reason]])
        self.count += 1
