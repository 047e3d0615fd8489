"""The counts a question asks for: what happened in the period, and what stood open at its ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from organizations.models import Region
from reports.breakdown import SPANS, keys_of, row_of, spans
from reports.counts import CASES_ONLY, KINDS, STOCK, Key, Part, Selection, Tally, covered
from reports.indicators import Counts
from reports.question import Question
from reports.rollups.reading import Reader

Rows = dict[str, Counts]


@dataclass
class Counted:
    """Counts by the key of their row, and in all."""

    rows: Rows = field(default_factory=lambda: defaultdict(Counts))
    total: Counts = field(default_factory=Counts)


def counted(question: Question) -> Counted:
    """What happened is summed over the days of the period; what stood open is what came before and has not left."""
    if not may_count(question):
        return Counted()
    row, reader = row_of(question), Reader.of(question.org.path)
    during = by_row(happened(question, reader, question.period.first, set(KINDS)), row)
    before = by_row(happened_before(question, reader), whole if question.by in SPANS else row)
    found = Counted(during, total_of(during))
    if question.by in SPANS:
        carry(found, question, total_of(before))
    else:
        for key in before.keys() | during.keys():
            stand(found.rows[key], before.get(key, Counts()), during.get(key, Counts()))
    stand(found.total, total_of(before), total_of(during))
    add_covered(found, question, row)
    return found


def happenings(question: Question, kinds: set[str]) -> Counts:
    """Only what happened in the period, in all, in files of these kinds: cheaper than every count of it."""
    if not may_count(question):
        return Counts()
    first, last = question.period.first, min(question.period.last, question.today)
    asked = replace(selection(question, first, last), keys=())
    found = Reader.of(question.org.path).count(asked, kinds) if first <= last else {}
    return total_of(by_row(found, whole))


def whole(key: Key) -> str:
    """What is not broken down is one row."""
    return ""


def may_count(question: Question) -> bool:
    """Only within the own subtree."""
    return bool(question.officer.path) and question.org.path.startswith(question.officer.path)


def happened(question: Question, reader: Reader, first: date, kinds: set[str]) -> Tally:
    """A period that is not over is counted up to today, as what is due later is not missing yet."""
    last = min(question.period.last, question.today)
    return reader.count(selection(question, first, last), kinds) if first <= last else {}


def happened_before(question: Question, reader: Reader) -> Tally:
    last = min(question.period.first - timedelta(days=1), question.today)
    keys = ("scope",) if question.by in SPANS else keys_of(question)
    return reader.count(selection(question, None, last, keys), {STOCK})


def selection(question: Question, first: date | None, last: date, keys: tuple[str, ...] = ()) -> Selection:
    part = Part(first, last, question.org.path)
    province = Region(code=question.org.region.province_code)  # settings are those of the province, as it adds up
    return Selection((part,), keys or keys_of(question), province, question.today)


def by_row(found: Tally, row: Callable[[Key], str]) -> Rows:
    rows: Rows = defaultdict(Counts)
    for key, counts in found.items():
        rows[row(key)].update(counts)
    return rows


def total_of(rows: Rows) -> Counts:
    total: Counts = Counts()
    for counts in rows.values():
        total.update(counts)
    return total


def stand(counts: Counts, before: Counts, during: Counts) -> None:
    """What was open on the first day, and what is late on the last one."""
    counts["opening_backlog"] = before["accepted"] - before["left"]
    counts["overdue_open"] = late(before) + late(during)


def late(counts: Counts) -> int:
    return counts["fell_late"] - counts["late_ended"]


def carry(found: Counted, question: Question, before: Counts) -> None:
    """Each month begins with what the one before it left open."""
    for key in spans(question):
        during = Counts(found.rows[key])
        stand(found.rows[key], before, during)
        before = Counts(before)
        before.update(during)


def add_covered(found: Counted, question: Question, row: Callable[[Key], str]) -> None:
    last = min(question.period.last, question.today)
    if question.by in CASES_ONLY or question.period.first > last:
        return
    rows, total = covered(selection(question, question.period.first, last), row)
    for key, counts in rows.items():
        found.rows[key].update(counts)
    found.total.update(total)
