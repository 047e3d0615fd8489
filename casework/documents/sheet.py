"""A document before it is drawn: a layout and a list of blocks holding plain text. Nothing in it is code."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

OPEN, CLOSE = "\ue000", "\ue001"  # around the name of a value that is still missing; typed text never holds them
MISSING = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
NOT_PRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000\ue001\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Block:
    """One part as it prints. `kind` says how; `rows` are those of a table or of label and value.

    The text of a "picture" is the SVG of a chart made here; no template can ask for one.
    """

    kind: str
    text: str = ""
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    foot: Sequence[str] = ()
    widths: Sequence[int] = ()
    numeric: Sequence[int] = ()


@dataclass(frozen=True)
class Sheet:
    """A whole document. `layout` is "letter" or "document" (both GB/T 9704) or "form" (papers of the parties).

    `seal` is what stands on name and date: nothing, "pending" for the place it will have, or "sample". `verify` is the
    address a reader checks the document at and `code` its last part; `copies`, `office` and `printed` are the imprint.
    """

    layout: str
    title: str
    blocks: Sequence[Block]
    mark: str = ""
    number: str = ""
    watermark: str = ""
    copies: str = ""
    office: str = ""
    printed: str = ""
    verify: str = ""
    code: str = ""
    seal: str = ""
    missing: Sequence[str] = field(default=())

    @property
    def is_official(self) -> bool:
        """Laid out by GB/T 9704."""
        return self.layout != "form"

    @property
    def is_complete(self) -> bool:
        return not self.missing

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Sheet:
        """The sheet that was kept as `asdict` gives it."""
        return cls(**{**kept, "blocks": [Block(**block) for block in kept["blocks"]]})


def printable(text: str) -> str:
    """What was typed, without characters no paper can show and without our own marks."""
    return NOT_PRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def missing_mark(label: str) -> str:
    return f"{OPEN}{label}{CLOSE}"


def missing_in(texts: Sequence[str]) -> list[str]:
    """The names of the values still missing, each once, in the order they stand."""
    return list(dict.fromkeys(name for text in texts for name in MISSING.findall(text)))
