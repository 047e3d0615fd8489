"""A cell as text, and a text as a cell: what spreadsheet programs do to numbers, days and formulas."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

EXACT = 10**15  # beyond it a spreadsheet program has rounded the digits away
FORMULA = ("=", "+", "-", "@", "\t", "\r")
QUOTED_FORMULA = tuple(f"'{sign}" for sign in FORMULA)
BROKEN = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"})
SHORTENED = re.compile(r"^-?\d(\.\d+)?[eE]\+?\d{2,3}$")


def text_of(cell: Any) -> str:
    """What a person reads in the cell. Whole numbers have no decimals; days and instants are written as ISO 8601."""
    match cell:
        case str():
            text = cell.strip()
            text = text[1:] if text.startswith(QUOTED_FORMULA) else text
        case bool():
            text = "1" if cell else "0"
        case float() | int():
            text = number_text(cell)
        case datetime():
            text = cell.replace(microsecond=0).isoformat(" ")
        case date() | time():
            text = cell.isoformat()
        case timedelta():
            text = str(int(cell.total_seconds()))
        case _:
            text = ""
    return text


def number_text(number: float) -> str:
    """A number too long to be exact is written with its exponent, so that the field it belongs to refuses it."""
    if abs(number) >= EXACT:
        return f"{number:.5E}"
    return str(int(number)) if number == int(number) else repr(number)


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet program takes for a formula; `text_of` takes the mark off again."""
    return f"'{text}" if text.startswith(FORMULA) else text
