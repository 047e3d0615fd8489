"""Which identity numbers can be real."""

from datetime import date

import pytest

from casework.identity import birth_day, is_identity_number, is_minor_on

TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    "number",
    [
        "530102199003070011",
        "532923199003070019",  # a county that is there today
        "510202196801150015",  # Chongqing's former code within Sichuan
        "532131198005050018",  # a division that was abolished
        "330114199901010010",  # a district founded after the person was born
        "53292319900307002X",
    ],
)
def test_former_and_newer_division_codes_pass(number):
    number = number[:-1] + checked(number)
    assert is_identity_number(number, TODAY)


def checked(number):
    """GB 11643 by its weights, sharing nothing with the code under test."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(sign) * weight for sign, weight in zip(number[:17], weights, strict=True)) % 11]


@pytest.mark.parametrize(
    "number",
    [
        "",
        "530102199003070012",  # wrong check digit
        "53010219900307001",  # one short
        "530102199002300011",  # 30 February
        "000102199003070011",  # no province
        "5301021990030700110",
        "５３０１０２１９９００３０７００１１",
    ],
)
def test_impossible_numbers_are_refused(number):
    assert not is_identity_number(number, TODAY)


def test_nobody_is_born_in_the_future():
    number = "53010220260106001"
    assert not is_identity_number(number + checked(number + "0"), TODAY)


@pytest.mark.parametrize(("day", "minor"), [(date(2008, 3, 6), True), (date(2008, 3, 7), False)])
def test_full_age_begins_on_the_eighteenth_birthday(day, minor):
    assert birth_day("530102199003070011") == date(1990, 3, 7)
    assert is_minor_on("530102199003070011", day) is minor
