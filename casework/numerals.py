"""Amounts in capital numerals, as they stand in agreements so that nobody can add a stroke."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

NUMERALS = Path(__file__).parent / "data" / "numerals.csv"
CENT = Decimal("0.01")


@cache
def signs(kind: str) -> list[str]:
    with NUMERALS.open(encoding="utf-8", newline="") as rows:
        return [row["text"] for row in csv.DictReader(rows) if row["kind"] == kind]


def capitals(amount: Decimal) -> str:
    """Yuan in capitals: 12,000.50 → 壹万贰仟元伍角整; 0.07 → 柒分. Below ten thousand thousand million."""
    whole, cents = divmod(int(amount.quantize(CENT, ROUND_HALF_UP) * 100), 100)
    yuan, tenth, cent, even = signs("coin")
    digit = signs("digit")
    text = f"{whole_part(whole)}{yuan}" if whole or not cents else ""
    if not cents:
        return text + even
    tens, ones = divmod(cents, 10)
    text += f"{digit[tens]}{tenth}" if tens else digit[0] if whole else ""
    return text + (f"{digit[ones]}{cent}" if ones else even)


def whole_part(number: int) -> str:
    """In groups of four digits; one zero stands for any run of them inside, none at the end."""
    if not number:
        return signs("digit")[0]
    found, gap = "", False
    for position in range(len(signs("group")) - 1, -1, -1):
        four = number // 10_000**position % 10_000
        if four:
            found += (signs("digit")[0] if found and (gap or four < 1000) else "") + group(four)
            found += signs("group")[position]
        gap = not four
    return found


def group(four: int) -> str:
    found, gap = "", False
    for place in range(3, -1, -1):
        number = four // 10**place % 10
        if number:
            found += (signs("digit")[0] if found and gap else "") + signs("digit")[number] + signs("place")[place]
        gap = not number
    return found
