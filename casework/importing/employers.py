"""The employers a block of rows names, recognised together."""

from __future__ import annotations

from collections.abc import Sequence

from casework.employers import employers_named
from casework.importing.columns import Row
from casework.models import Employer
from casework.models.employers import Named

MOST = 20_000


class Recognised:
    """Those named before are remembered, up to a bound: a file of a million rows must not fill the memory."""

    def __init__(self) -> None:
        self.by_name: dict[Named, Employer] = {}

    def find(self, rows: Sequence[Row]) -> None:
        """The register is asked once for a block."""
        if len(self.by_name) > MOST:
            self.by_name.clear()
        fresh = {self.name(row) for row in rows if row.values["employer_name"]} - self.by_name.keys()
        if fresh:
            self.by_name |= employers_named(sorted(fresh))

    def of(self, row: Row) -> Employer | None:
        return self.by_name[self.name(row)] if row.values["employer_name"] else None

    def name(self, row: Row) -> Named:
        said = row.values
        return said["employer_name"], said["organization"].region_id, said.get("employer_uscc", "")
