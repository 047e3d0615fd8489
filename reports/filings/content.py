"""What a report holds: its tables counted once, as plain data that is frozen, printed and compared.

A cell is a number, yuan as a string with two decimals, or for a rate `{"n", "d", "value"}`: numerator, denominator and
percent as a string, None without denominator.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.utils.translation import override

from casework.deadlines import policy_in
from organizations.models import Officer, UnionOrg
from reports.filings.columns import CASE_COLUMNS, Column
from reports.filings.kinds import CATEGORY, LAST_YEAR, TABLES, TO_DATE
from reports.filings.ledger import payments
from reports.filings.spans import year_before, year_to_date
from reports.indicators import Counts, Value
from reports.models import Filing
from reports.periods import Period
from reports.question import Question
from reports.rankings import rankings
from reports.rates import Rate
from reports.report import report

Content = dict[str, Any]
Table = dict[str, Any]
LANGUAGE = "zh-hans"  # a paper speaks Chinese, whoever makes it


def content_of(filing: Filing, *, by: Officer, today: date) -> Content:
    """Everything the report says in numbers, counted now."""
    with override(LANGUAGE):
        about = filing.about
        whole: Content = {
            "unit": filing.org.name,
            "tables": [table(filing, code, by, today) for code in about.tables],
            "definitions": definitions(about.columns),
        }
        question = question_of(filing, filing.period, by, today)
        if about.ledger:
            whole["ledger"] = payments(question)
        if about.risks:
            whole["risks"] = risks(question)
    return whole


def question_of(filing: Filing, period: Period, by: Officer, today: date, breakdown: str = "organization") -> Question:
    return Question(by, filing.org, period, breakdown, today)


def period_of(filing: Filing, code: str) -> Period:
    ways = {TO_DATE: year_to_date, LAST_YEAR: year_before}
    return ways[code](filing.period) if code in ways else filing.period


def table(filing: Filing, code: str, by: Officer, today: date) -> Table:
    """One row for each unit, or for each category; the total is counted, and rates come from its counts."""
    period = period_of(filing, code)
    question = question_of(filing, period, by, today, CATEGORY if code == CATEGORY else units_of(filing.org))
    columns = columns_of(filing, code)
    found = report(question)
    return {
        "code": code,
        "title": str(TABLES[code]),
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "columns": [column.code for column in columns],
        "rows": [
            {"key": row.key, "label": row.label, "cells": cells(columns, row.counts)}
            for row in found.rows
            if code != CATEGORY or any(row.counts.values())
        ],
        "total": cells(columns, found.total.counts),
    }


def units_of(org: UnionOrg) -> str:
    """A county has a row for each township federation, a union above for each of those directly below."""
    return "township" if org.level == UnionOrg.Level.COUNTY else "organization"


def columns_of(filing: Filing, code: str) -> list[Column]:
    columns = filing.about.columns
    return [one for one in columns if one.code in CASE_COLUMNS] if code == CATEGORY else columns


def cells(columns: list[Column], counts: Counts) -> list[Any]:
    return [plain(column.count(counts)) for column in columns]


def plain(value: Value) -> Any:
    if isinstance(value, Rate):
        percent = None if value.value is None else f"{value.value:.2f}"
        return {"n": plain(value.numerator), "d": plain(value.denominator), "value": percent}
    return f"{value:.2f}" if isinstance(value, Decimal) else value


def definitions(columns: list[Column]) -> list[dict[str, str]]:
    """Label and definition of every column, frozen with the numbers they explain."""
    return [
        {
            "code": column.code,
            "label": str(column.label),
            "group": str(column.group),
            "sort": column.sort.value,
            "definition": column.definition,
        }
        for column in columns
    ]


def risks(question: Question) -> list[dict[str, Any]]:
    """The employers most requests were about."""
    floor = int(policy_in("small_number_floor", question.org.region, question.today))
    _total, found = rankings(replace(question, by=""), floor)
    return [{"label": place.label, "count": place.count} for place in found[1].places]


def checksum(content: Content) -> str:
    """SHA-256 of the content in one fixed spelling."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def cells_of(content: Content) -> Iterator[tuple[str, str, str, Any]]:
    """Table, row, column and cell of everything in the tables; the total is the row ""."""
    for one in content["tables"]:
        for row in [*one["rows"], {"key": "", "cells": one["total"]}]:
            for name, cell in zip(one["columns"], row["cells"], strict=True):
                yield one["code"], row["key"], name, cell
