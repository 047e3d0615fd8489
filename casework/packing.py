"""A whole file as one ZIP: cover, papers in their order, an index and the sums to check it by.

The same file gives the same bytes. Papers are stored as they are and sent while they are read, so that a file of any
size needs no room of its own.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, override

from casework.attachments import stored
from casework.contents import Entry

EPOCH = (2000, 1, 1, 0, 0, 0)
CHUNK = 256 * 1024
UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would take for a formula
COVER, INDEX, SUMS = "00-01 cover.pdf", "index.csv", "SHA256SUMS"
READABLE = 0o644 << 16


class Outlet(io.RawIOBase):
    """Where the ZIP writes to: what came is handed on and forgotten."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]  # any buffer
        self.parts.append(part)
        return len(part)

    def taken(self) -> bytes:
        data = b"".join(self.parts)
        self.parts.clear()
        return data


def packed(cover: bytes, entries: Sequence[Entry]) -> Iterator[bytes]:
    """The ZIP, piece by piece."""
    outlet = Outlet()
    with zipfile.ZipFile(outlet, "w") as archive:
        for name, content in made(cover, entries):
            with archive.open(entry_of(name), "w", force_zip64=True) as target:
                target.write(content)
            yield outlet.taken()
        for entry in entries:
            yield from copied(archive, outlet, entry)
    yield outlet.taken()


def made(cover: bytes, entries: Sequence[Entry]) -> list[tuple[str, bytes]]:
    index = index_of(entries)
    sums = [(hashlib.sha256(cover).hexdigest(), COVER), (hashlib.sha256(index).hexdigest(), INDEX)]
    sums += [(entry.paper.blob_id, name_of(entry)) for entry in entries]
    listed = "".join(f"{sha256}  {name}\n" for sha256, name in sums)
    return [(COVER, cover), (INDEX, index), (SUMS, listed.encode())]


def copied(archive: zipfile.ZipFile, outlet: Outlet, entry: Entry) -> Iterator[bytes]:
    name = entry_of(name_of(entry))
    with stored(entry.paper.blob_id).open() as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)
            yield outlet.taken()


def entry_of(name: str) -> zipfile.ZipInfo:
    """Without time and machine, which would make every copy another one."""
    found = zipfile.ZipInfo(name, EPOCH)
    found.create_system, found.external_attr = 3, READABLE
    return found


def name_of(entry: Entry) -> str:
    """Its number, then its title without what file systems do not take."""
    title = UNSAFE.sub("_", entry.paper.title).strip(". ") or "paper"
    return f"{entry.number} {title}"


def index_of(entries: Sequence[Entry]) -> bytes:
    """Number, place, title, date, pages, SHA-256 and who added it; with a mark that spreadsheets read as UTF-8."""
    text = io.StringIO()
    rows = csv.writer(text)
    with override("zh-hans"):
        rows.writerow(head())
        for entry in entries:
            rows.writerow([plain(cell) for cell in row_of(entry)])
    return text.getvalue().encode("utf-8-sig")


def head() -> list[str]:
    return [
        gettext("No."),
        gettext("Place in the case file"),
        gettext("Name of the paper"),
        gettext("Date"),
        gettext("Pages"),
        "SHA-256",
        gettext("Added by"),
        gettext("File name"),
    ]


def row_of(entry: Entry) -> list[str]:
    paper = entry.paper
    return [
        entry.number,
        entry.place_label,
        paper.title,
        entry.day.isoformat(),
        entry.pages_in_words,
        paper.blob_id,
        paper.by.name,
        name_of(entry),
    ]


def plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
