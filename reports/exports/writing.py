"""The table as a file: row by row, in as much memory for a million rows as for ten. Nothing in it is a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from casework.importing.cells import safe

Write = Callable[[list[Any]], None]


@contextmanager
def csv_writer(path: Path, mark: str) -> Iterator[Write]:
    """UTF-8 with the mark Excel asks for; the first line says whose table it is."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow([safe(mark)])
        yield lambda cells: rows.writerow([text_of(cell) for cell in cells])


def text_of(cell: Any) -> Any:
    if cell is None:
        return ""
    return cell if isinstance(cell, int | Decimal) else safe(str(cell))


@contextmanager
def xlsx_writer(path: Path, mark: str) -> Iterator[Write]:
    """The mark stands in the first row and in the foot of every printed page."""
    options = {"constant_memory": True, "tmpdir": str(path.parent), "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.set_footer(f"&L{mark[:200]}&R&P / &N")
        sheet.set_column(0, 40, 16)
        sheet.write_string(0, 0, safe(mark))
        at = 0

        def write(cells: list[Any]) -> None:
            nonlocal at
            at += 1
            for n, cell in enumerate(cells):
                put(sheet, at, n, cell, moment)

        yield write


def put(sheet: Any, row: int, column: int, cell: Any, moment: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, moment)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, cell)
    else:
        sheet.write_string(row, column, safe(str(cell)))


WRITERS = {"csv": csv_writer, "xlsx": xlsx_writer}
