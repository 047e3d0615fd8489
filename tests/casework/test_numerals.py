"""Capital numerals of amounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.numerals import capitals


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("12000.50", "壹万贰仟元伍角整"),
        ("104000", "壹拾万肆仟元整"),
        ("0.07", "柒分"),
        ("0", "零元整"),
        ("1.05", "壹元零伍分"),
        ("10010", "壹万零壹拾元整"),
        ("1000001", "壹佰万零壹元整"),
        ("20300400.05", "贰仟零叁拾万零肆佰元零伍分"),
        ("100010000", "壹亿零壹万元整"),
        ("1268400", "壹佰贰拾陆万捌仟肆佰元整"),
        ("99999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_are_written_in_capitals(amount, words):
    assert capitals(Decimal(amount)) == words


DIGITS = {sign: n for n, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def read(words):
    """The number again, read sign by sign: groups by 亿 and 万, then yuan, tenths and cents."""
    total, four, digit, cents = 0, 0, 0, 0
    for sign in words.removesuffix("整"):
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in PLACES:
            four, digit = four + digit * PLACES[sign], 0
        elif sign in "万亿":
            total, four, digit = total + (four + digit) * (10_000 if sign == "万" else 100_000_000), 0, 0
        elif sign == "元":
            total, four, digit = total + four + digit, 0, 0
        else:
            cents, digit = cents + digit * (10 if sign == "角" else 1), 0
    return Decimal(total) + Decimal(cents) / 100


@given(st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2))
def test_what_is_written_reads_as_the_same_amount(amount):
    words = capitals(amount)
    assert read(words) == amount
    assert "零零" not in words
