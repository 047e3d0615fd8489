"""What changed from one text to the next, clause by clause, so that a person can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

CLAUSES = re.compile(r"[^,.;:!?，。；：！？、\n]*[,.;:!?，。；：！？、\n]?")


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed ("same"), went ("gone") or came ("new")."""

    kind: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """The second text with what went out of the first."""
    old, new = (list(filter(None, CLAUSES.findall(text))) for text in (before, after))
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        pieces += [Piece("gone", "".join(old[a:b]))] if a < b else []
        pieces += [Piece("new", "".join(new[c:d]))] if c < d else []
    return pieces
