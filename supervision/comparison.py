"""A draft beside an earlier text: paragraph by paragraph, with the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.translation import gettext_lazy as _

from casework.differences import Piece, differences
from supervision.letters import compose
from supervision.models import SupervisionDocument

# What stands beside a paragraph, in words, and its tone.
MARKS = {
    "same": ("", ""),
    "changed": (_("changed"), "warning"),
    "new": (_("new"), "info"),
    "gone": (_("left out"), "danger"),
}


@dataclass(frozen=True)
class Row:
    """One paragraph: its number in the later text (0 where it was left out), what became of it, and its pieces."""

    number: int
    kind: str
    pieces: list[Piece]

    @property
    def label(self) -> str:
        return str(MARKS[self.kind][0])

    @property
    def tone(self) -> str:
        return MARKS[self.kind][1]


def compared(before: list[str], after: list[str]) -> list[Row]:
    """All paragraphs of the later text in their order, with those left out where they stood."""
    rows: list[Row] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [Row(n + 1, "same", [Piece("same", after[n])]) for n in range(c, d)]
        else:
            rows += replaced(before[a:b], after[c:d], c)
    return rows


def replaced(old: list[str], new: list[str], first: int) -> Iterator[Row]:
    """Paragraphs that stand in each other's place are compared word by word, the rest is new or left out."""
    for n, (gone, come) in enumerate(zip_longest(old, new), first + 1):
        if come is None:
            yield Row(0, "gone", [Piece("gone", gone)])
        elif gone is None:
            yield Row(n, "new", [Piece("new", come)])
        else:
            yield Row(n, "changed", differences(gone, come))


def template_text(document: SupervisionDocument) -> list[str]:
    """The paragraphs of the template with nothing typed yet: what the federation has prescribed."""
    blank = SupervisionDocument(
        matter=document.matter,
        org=document.org,
        kind=document.kind,
        audience=document.audience,
        employer=document.employer,
        authority=document.authority,
        public_addressee=document.public_addressee,
        occasion=document.occasion,
        valid_until=document.valid_until,
        publication=document.publication,
        drafter=document.drafter,
        contact_name=document.contact_name,
        contact_phone=document.contact_phone,
    )
    return [line for line in compose(blank, "", None).split("\n") if line]
