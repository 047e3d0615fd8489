"""How many pages a stored paper has: counted where the file itself says so, otherwise not known."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

PAGE_TREE = re.compile(rb"/Type\s*/Pages\b")
OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b")
STREAM = re.compile(rb"stream\r?\n")
COUNT = re.compile(rb"/Count\s+(\d{1,6})\b")
MAX_UNPACKED = 20 * 1024 * 1024


def pages_in(read: Callable[[], bytes], content_type: str) -> int | None:
    """A picture is one page; a PDF says how many it has; of anything else nobody knows before it is printed."""
    if content_type.startswith("image/"):
        return 1
    return pages_of_pdf(read()) if content_type == "application/pdf" else None


def pages_of_pdf(data: bytes) -> int | None:
    """The count at the root of the page tree (ISO 32000-1 §7.7.3.2): the node without a parent, the last one written.

    None for a file that is encrypted or damaged, so that a wrong number never stands in a list of contents.
    """
    found: int | None = None
    for text in readable(data):
        for node in PAGE_TREE.finditer(text):
            words = dictionary_around(text, node.start())
            count = COUNT.search(words)
            if count and b"/Parent" not in words:
                found = int(count[1])
    return found


def readable(data: bytes) -> Iterator[bytes]:
    """The plain text of the file, then what its compressed object streams hold (§7.5.7)."""
    yield data
    room = MAX_UNPACKED
    for mark in OBJECT_STREAM.finditer(data):
        begun = STREAM.search(data, mark.end())
        if begun is None or room <= 0:
            continue
        try:
            text = zlib.decompressobj().decompress(data[begun.end() :], room)
        except zlib.error:
            continue
        room -= len(text)
        yield text


def dictionary_around(text: bytes, at: int) -> bytes:
    """The innermost << … >> that holds the position, with what is nested in it."""
    start, depth = at, 0
    while start > 0 and depth >= 0:
        closes, opens = text.rfind(b">>", 0, start), text.rfind(b"<<", 0, start)
        if opens < 0:
            break
        start, depth = (closes, depth + 1) if closes > opens else (opens, depth - 1)
    end, depth = at, 0
    while depth >= 0:
        closes, opens = text.find(b">>", end), text.find(b"<<", end)
        if closes < 0:
            break
        end, depth = (opens + 2, depth + 1) if 0 <= opens < closes else (closes + 2, depth - 1)
    return text[start:end]
