"""A CSV file or an Excel workbook as a stream of rows of texts, numbered as the spreadsheet program numbers them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any

import python_calamine
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from casework.importing.cells import text_of
from casework.importing.encodings import encoding_of
from casework.importing.errors import UnreadableFile
from casework.importing.extent import check_extent
from casework.packages import check_office_document

Line = tuple[int, list[str]]
WORKBOOK = "xl/workbook.xml"
ZIP = b"PK\x03\x04"


def lines_of(stream: IO[bytes], name: str) -> Iterator[Line]:
    """Row number and cells of every row that holds anything. Raises UnreadableFile."""
    readers = {".csv": csv_lines, ".xlsx": workbook_lines}
    reader = readers.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnreadableFile(_("Only .csv and .xlsx files can be imported. Please save the table as one of these."))
    return reader(stream)


def csv_lines(stream: IO[bytes]) -> Iterator[Line]:
    """Comma-separated, in UTF-8 or GB18030. A row is counted once, whatever line breaks its cells hold."""
    if stream.read(4) == ZIP:
        raise UnreadableFile(_("This is a workbook under the name of a CSV file. Please give it the ending .xlsx."))
    encoding = encoding_of(stream)
    stream.seek(0)
    row = 0
    try:
        for row, cells in enumerate(csv.reader(io.TextIOWrapper(stream, encoding, newline=""), strict=True), 1):
            texts = [text_of(cell) for cell in cells]
            if any(texts):
                yield row, texts
    except csv.Error as error:
        words = _("Row %(row)d cannot be read: a quotation mark is missing or left over.")
        raise UnreadableFile(words % {"row": row + 1}) from error


def workbook_lines(stream: IO[bytes]) -> Iterator[Line]:
    """The first sheet. The package is looked at before anything in it is unpacked."""
    try:
        check_office_document(stream, WORKBOOK)
        check_extent(stream)
        stream.seek(0)
        sheet = python_calamine.load_workbook(io.BytesIO(stream.read())).get_sheet_by_index(0)
    except ValidationError as error:
        raise UnreadableFile(" ".join(error.messages)) from error
    except (python_calamine.CalamineError, OSError, ValueError, IndexError) as error:
        raise UnreadableFile(_("The workbook is damaged. Please open it, save it anew and try again.")) from error
    return filled(sheet.iter_rows())


def filled(rows: Iterator[list[Any]]) -> Iterator[Line]:
    for row, cells in enumerate(rows, 1):
        texts = [text_of(cell) for cell in cells]
        if any(texts):
            yield row, texts
