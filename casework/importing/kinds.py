"""What an app says about a table it takes in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, ClassVar

from casework.importing.columns import Column, Row
from organizations.models import Officer


class Intake(ABC):
    """One run over one file: finds what rows refer to, a block at a time, and keeps the good ones."""

    def __init__(self, by: Officer, at: datetime) -> None:
        self.by, self.at = by, at

    @abstractmethod
    def key(self, row: Row) -> Any:
        """What must not come twice. Asked only of rows without a fault."""

    @abstractmethod
    def resolve(self, rows: Sequence[Row]) -> None:
        """Look up what the cells name, a constant number of statements for the block, and refuse what is not there."""

    @abstractmethod
    def known(self, rows: Sequence[Row]) -> Collection[Any]:
        """Those keys of the block that are in the database already."""

    @abstractmethod
    def keep(self, rows: Sequence[Row]) -> None:
        """Insert the block."""


class ImportKind:
    """A kind of table: its columns, who may take it in, and how. It makes itself known to the page and the job."""

    known: ClassVar[dict[str, ImportKind]] = {}

    def __init__(
        self,
        name: str,
        title: Any,
        columns: Sequence[Column],
        unique: str,
        duties: Collection[str],
        intake: type[Intake],
    ) -> None:
        self.name, self.title, self.columns, self.unique = name, title, tuple(columns), unique
        self.duties, self.intake = frozenset(duties), intake
        self.known[name] = self

    def called(self, column: str) -> str:
        """The column in the user's words; one that the table does not know is called as the file calls it."""
        return next((own.called for own in self.columns if own.name == column), column)
