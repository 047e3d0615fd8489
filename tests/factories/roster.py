"""Rosters of groups as unions fill them in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

HEAD = ["姓名", "身份证号", "电话", "案由", "请求金额（元）", "协议金额（元）"]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number(n: int, born: str = "19880511") -> str:
    """The n-th person of Xiangyun born on that day (GB 11643)."""
    head = f"532923{born}{n:03}"
    return head + "10X98765432"[sum(int(sign) * weight for sign, weight in zip(head, WEIGHTS, strict=True)) % 11]


def worker(n: int, claimed: Any = 30000, agreed: Any = "", category: str = "") -> list[Any]:
    return [
        f"杨{'甲乙丙丁戊己庚辛'[n % 8]}{'子丑寅卯'[n % 4]}",
        id_number(n),
        f"1380000{n:04}",
        category,
        claimed,
        agreed,
    ]


def table(rows: Iterable[list[Any]], head: list[str] | None = None) -> bytes:
    """A workbook with numbers as numbers and texts as texts."""
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    sheet = book.add_worksheet()
    for n, row in enumerate([head or HEAD, *rows]):
        sheet.write_row(n, 0, row)
    book.close()
    return found.getvalue()


def upload(rows: Iterable[list[Any]], name: str = "名单.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, table(rows))
