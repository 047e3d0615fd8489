"""Numbers that pass every check and belong to nobody."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from stdnum.cn import ric, uscc

OLDEST, YOUNGEST = date(1966, 1, 1), date(2004, 12, 31)
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def phone(random: Random) -> str:
    """138 0000 xxxx: a block no operator gives out to people."""
    return f"1380000{random.randrange(10_000):04}"


def landline(random: Random) -> str:
    return f"0872-555{random.randrange(10_000):04}"


def identity(region: str, random: Random) -> str:
    """A resident identity number with an invented birthday and a right check digit (GB 11643)."""
    birthday = OLDEST + timedelta(days=random.randrange((YOUNGEST - OLDEST).days))
    number = f"{region}{birthday:%Y%m%d}{random.randrange(1000):03}"
    return number + ric.calc_check_digit(number + "0")


def credit_code(region: str, random: Random) -> str:
    """A unified social credit code of a company in that division with a right check digit (GB 32100)."""
    number = f"91{region}MA" + "".join(random.choice(LETTERS) for _ in range(7))
    return number + uscc.calc_check_digit(number)
