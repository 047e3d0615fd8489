"""Resident identity numbers (GB 11643): what can be checked without knowing every division there ever was."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import ric

# Provinces by the first two digits; 81-83 residents of Hong Kong, Macao and Taiwan, 9 permanent residents from abroad.
NUMBER = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)\d{4}(\d{8})\d{3}[\dX]", re.ASCII)
FULL_AGE = 18  # Civil Code art. 17


def birth_day(number: str) -> date | None:
    """The day of birth in the number, None when it holds none. A person born on 29 February has it as written."""
    found = NUMBER.fullmatch(number)
    if not found:
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def is_identity_number(number: str, today: date) -> bool:
    """Whether province, day of birth and check digit are possible.

    The county is not looked up: numbers keep the code of the day they were given, and divisions come and go.
    """
    born = birth_day(number)
    return born is not None and born.year >= 1900 and born <= today and number[-1] == ric.calc_check_digit(number)


def is_minor_on(number: str, day: date) -> bool:
    """Whether the holder is under 18 on the day. A number without a day of birth says nothing."""
    born = birth_day(number)
    return born is not None and (day.year - born.year) - ((day.month, day.day) < (born.month, born.day)) < FULL_AGE
