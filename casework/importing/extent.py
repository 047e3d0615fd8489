"""How far a sheet reaches, looked at before it is loaded: a reader holds every cell of that rectangle in memory."""

from __future__ import annotations

import re
import zipfile
from typing import IO

from django.utils.translation import gettext as _

from casework.importing.errors import UnreadableFile

MOST_COLUMNS = 256
MOST_CELLS = 20_000_000
SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
# A cell that holds something; one that is only coloured ends at once and costs the reader nothing.
FULL_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
CHUNK = 1 << 20
OVERLAP = 1 << 10


def check_extent(stream: IO[bytes]) -> None:
    """Raises UnreadableFile for a sheet with something written far away from its table."""
    with zipfile.ZipFile(stream) as package:
        for name in package.namelist():
            if SHEET.match(name):
                check_sheet(package, name)


def check_sheet(package: zipfile.ZipFile, name: str) -> None:
    width = height = 0
    rest = b""
    with package.open(name) as part:
        while chunk := part.read(CHUNK):
            for column, row in FULL_CELL.findall(rest + chunk):
                width, height = max(width, column_number(column)), max(height, int(row))
            rest = chunk[-OVERLAP:]
    if width > MOST_COLUMNS or width * height > MOST_CELLS:
        words = _(
            "The sheet reaches as far as column %(column)d and row %(row)d. Please delete what is beside the table."
        )
        raise UnreadableFile(words % {"column": width, "row": height})


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
