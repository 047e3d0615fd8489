"""The text of a document, part by part: as it would be signed now while it is drafted, as signed afterwards.

It is the words of the sheet that prints (see `supervision.printing`), so what is reviewed, compared and kept with its
hash is what stands on the paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from casework.documents.sheet import MISSING as MARKED
from casework.documents.sheet import Block, Sheet

MISSING = "\ufffc"  # stands where a value is still to be filled in; the page shows it as a red mark


@dataclass(frozen=True)
class Letter:
    """The parts of an official letter, in the order they print."""

    mark: str
    number: str
    title: str
    addressee: str
    body: Sequence[str]
    signature: str
    day: str
    copies: Sequence[str]

    @classmethod
    def parse(cls, text: str) -> Letter:
        """From the text as kept: head, body, signature and copies, with an empty line between them."""
        head, body, foot, *copies = [block.split("\n") for block in text.split("\n\n")]
        mark, number, title, addressee = head
        signature, day = foot
        return cls(mark, number, title, addressee, body, signature, day, copies[0] if copies else [])


def words_of(sheet: Sheet) -> str:
    """The text of a sheet in four blocks parted by one empty line; none of them holds an empty one."""
    head = [sheet.mark, sheet.number, sheet.title, *said(sheet, {"addressee"})[:1]]
    body = [line for block in sheet.blocks if block.kind not in {"addressee", "signature"} for line in lines_of(block)]
    parts = [[flat(line) for line in head], body or ["-"], said(sheet, {"signature"})]
    return "\n\n".join("\n".join(part) for part in [*parts, *([[flat(sheet.copies)]] if sheet.copies else [])])


def said(sheet: Sheet, kinds: set[str]) -> list[str]:
    return [line for block in sheet.blocks if block.kind in kinds for line in lines_of(block)]


def lines_of(block: Block) -> list[str]:
    """What a part says, one line each, without empty ones. The rows of a table are lines."""
    texts = [*block.text.split("\n"), *("\u3000".join(row) for row in block.rows)]
    return [line for text in texts if (line := flat(text))]


def flat(text: str) -> str:
    return " ".join(MARKED.sub(MISSING, text).split())


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
