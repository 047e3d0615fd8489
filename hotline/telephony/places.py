"""Where a telephone number belongs to, as far as the number itself tells it: fixed lines only."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from hotline.models import phone_key

AREA_CODES = Path(__file__).parent.parent / "data" / "area_codes.csv"
MOBILE_LENGTH = 11


@cache
def table() -> dict[str, str]:
    with AREA_CODES.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["place"] for row in csv.DictReader(rows)}


def place_of(number: str) -> str:
    """The place of an area code; empty for a mobile number, which is carried from province to province."""
    digits = phone_key(number)
    if digits.startswith("86") and len(digits) > MOBILE_LENGTH:
        digits = "0" + digits[2:]
    if not digits.startswith("0"):
        return ""
    return next((table()[digits[:n]] for n in (4, 3) if digits[:n] in table()), "")
