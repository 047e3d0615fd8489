"""Tables of calls and cases as offices hand them in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import xlsxwriter

from disputes.imports.columns import COLUMNS as CASE_COLUMNS
from hotline.imports.columns import COLUMNS

NAMES = [column.name for column in COLUMNS]
CASE_NAMES = [column.name for column in CASE_COLUMNS]


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


def case_row(n: int = 1, **changes: Any) -> dict[str, Any]:
    """A case that ended with an agreement, half of it paid."""
    return {
        "external_no": f"旧{n:06}",
        "organization": "532923",
        "origin": "walk_in",
        "applicant_name": "杨测试",
        "applicant_id_number": "532923199003071219",
        "applicant_phone": "13800001234",
        "worker_count": "1",
        "is_group": "0",
        "employer_name": "祥云测试建筑有限公司",
        "employer_uscc": "",
        "category": "0101",
        "received_on": "2025-03-03",
        "accepted_on": "2025-03-05",
        "due_on": "",
        "outcome": "agreed",
        "closed_on": "2025-03-14",
        "amount_claimed": "12000",
        "amount_agreed": "10000",
        "payments": "2025-03-14:4000;2025-04-01:1000.50",
        "mediator": "",
        "summary": "拖欠三个月工资",
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
