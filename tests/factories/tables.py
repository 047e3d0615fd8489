"""Tables of calls as offices hand them in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from hotline.imports.columns import COLUMNS

NAMES = [column.name for column in COLUMNS]


def call_row(n: int = 1, **changes: Any) -> dict[str, Any]:
    """An inquiry that was answered; every row has a number and an employer of its own."""
    return {
        "external_no": f"A{n:06}",
        "organization": "532923",
        "started_at": "2025-03-04 09:05:00",
        "ring_seconds": "6",
        "talk_seconds": "120",
        "caller_phone": "13800001234",
        "caller_name": "杨测试",
        "request_type": "inquiry",
        "category": "0101",
        "employer_name": "祥云测试建筑有限公司",
        "summary": "咨询拖欠工资如何投诉",
        "operator": "",
        "result": "answered",
        **changes,
    }


def csv_bytes(rows: Iterable[dict[str, Any]], encoding: str = "utf-8", header: list[str] | None = None) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header or NAMES, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(rows: Iterable[dict[str, Any]], header: list[str] | None = None, **formats: str) -> bytes:
    """Values as they are: numbers as numbers, days as day counts, texts as texts."""
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet()
    names = header or NAMES
    sheet.write_row(0, 0, names)
    for n, row in enumerate(rows, 1):
        for column, name in enumerate(names):
            value = row.get(name, "")
            write = sheet.write_string if isinstance(value, str) else sheet.write
            write(n, column, value)
    book.close()
    return found.getvalue()


def saved(folder: Path, content: bytes, name: str = "calls.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
