"""One run over a file: every row is looked at, and all good rows are kept, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from typing import IO, Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from casework.importing.columns import Layout, Row, read_header
from casework.importing.errors import Fault, UnreadableFile
from casework.importing.kinds import ImportKind, Intake
from casework.importing.sheets import Line, lines_of
from organizations.models import Officer

BLOCK = 1000
FAULTS_KEPT = 1000  # all are counted; these are told


@dataclass
class Outcome:
    """What came of a run. `known` rows were taken in before; `kept` are those now in the database."""

    read: int = 0
    good: int = 0
    bad: int = 0
    known: int = 0
    kept: int = 0
    faults: list[Fault] = field(default_factory=list)
    before: list[Fault] = field(default_factory=list)  # of known rows: told after what has to be put right

    @property
    def is_clean(self) -> bool:
        return not self.bad and not self.known and not self.faults

    @property
    def nothing_new(self) -> bool:
        """The whole file was taken in before."""
        return bool(self.read) and self.known == self.read

    def note(self, rows: list[Row]) -> None:
        good, known = sum(row.is_good for row in rows), sum(row.known for row in rows)
        self.read, self.good, self.known = self.read + len(rows), self.good + good, self.known + known
        self.bad += len(rows) - good - known
        for row in rows:
            told = self.before if row.known else self.faults
            told += row.faults[: FAULTS_KEPT - len(told)]

    def end(self) -> None:
        """The list is complete: where it has room, the rows that were imported before stand below the wrong ones."""
        self.faults += self.before[: FAULTS_KEPT - len(self.faults)]


def nothing(_told: Any) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class Run:
    """`keep` False only looks. `skip_bad` keeps the good rows and hands the others to `rejected`."""

    kind: ImportKind
    by: Officer
    at: datetime
    keep: bool = True
    skip_bad: bool = False
    progress: Callable[[Outcome], None] = nothing
    rejected: Callable[[Row], None] = nothing

    def over(self, stream: IO[bytes], name: str) -> Outcome:
        """Take in a file. Nothing stays when a row is bad, unless `skip_bad`. Raises UnreadableFile."""
        outcome = Outcome()
        layout, lines = self.begin(lines_of(stream, name), outcome)
        if outcome.faults:
            return outcome
        with transaction.atomic() if self.keep else nullcontext():  # who only looks lets others see how far it is
            self.all_rows(layout, lines, outcome)
            if self.keep and not self.skip_bad and not outcome.is_clean:
                transaction.set_rollback(True)
                outcome.kept = 0
        outcome.end()
        return outcome

    def all_rows(self, layout: Layout, lines: Iterator[Line], outcome: Outcome) -> None:
        if self.keep:
            one_at_a_time(self.kind)
        seen: dict[int, int] = {}
        intake = self.kind.intake(self.by, self.at)
        while block := list(islice(lines, BLOCK)):
            rows = [layout.row(number, texts) for number, texts in block]
            self.judge(intake, rows, seen)
            outcome.note(rows)
            self.settle(intake, rows, outcome)
            self.progress(outcome)

    def begin(self, lines: Iterator[Line], outcome: Outcome) -> tuple[Layout, Iterator[Line]]:
        """The header, and the rows below it."""
        first = next(lines, None)
        if first is None:
            raise UnreadableFile(_("The file is empty."))
        layout, faults = read_header(*first, self.kind.columns)
        outcome.faults += faults
        second = next(lines, None)
        if second is None and not faults:
            raise UnreadableFile(_("The file has a header but no row below it."))
        return layout, chain([second] if second else [], lines)

    def judge(self, intake: Intake, rows: list[Row], seen: dict[int, int]) -> None:
        """What no single cell shows: references, and the same number twice in the file or in the database."""
        intake.resolve([row for row in rows if not row.faults])
        keyed = [(intake.key(row), row) for row in rows if not row.faults]
        sound = {key: row for key, row in keyed if self.is_first(key, row, seen)}
        for key in intake.known(list(sound.values())):
            row = sound[key]
            row.refuse(self.kind.unique, _("This number was imported before."))
            row.known = True

    def is_first(self, key: Any, row: Row, seen: dict[int, int]) -> bool:
        """Keys are remembered by their hash: of a million rows two differ in it but once in thirty million files."""
        earlier = seen.setdefault(hash(key), row.number)
        if earlier != row.number:
            row.refuse(self.kind.unique, _("The same number stands in row %(row)d.") % {"row": earlier})
        return earlier == row.number

    def settle(self, intake: Intake, rows: list[Row], outcome: Outcome) -> None:
        """Once a row is bad the rest is only looked at, unless the bad ones are to be skipped."""
        good = [row for row in rows if row.is_good]
        if self.keep and good and (self.skip_bad or outcome.is_clean):
            intake.keep(good)
            outcome.kept += len(good)
        for row in rows:
            if not row.is_good:
                self.rejected(row)


def one_at_a_time(kind: ImportKind) -> None:
    """Two runs over the same numbers would both find them new: the second waits until the first has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"import {kind.name}"])
