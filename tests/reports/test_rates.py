"""Rates: half up, nothing without denominator, and what a rate of few cases can mean."""

from decimal import Decimal

import pytest

from casework.words import rate
from reports.rates import Rate, mean, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(171, 198, "80.9%", "90.5%"), (628, 742, "81.9%", "87.1%"), (0, 5, "0.0%", "43.5%"), (5, 5, "56.6%", "100.0%")],
)
def test_the_interval_is_wilsons(hits, n, low, high):
    assert tuple(rate(end) for end in wilson(hits, n)) == (low, high)


@pytest.mark.parametrize(
    ("hits", "n", "value"), [(1, 8, "12.50"), (9, 23, "39.13"), (2, 3, "66.67"), (1, 1600, "0.06"), (3, 1600, "0.19")]
)
def test_a_rate_has_two_decimals_rounded_half_up(hits, n, value):
    assert Rate(hits, n).value == Decimal(value)


def test_a_half_is_rounded_upwards():
    assert Rate(1, 800).value == Decimal("0.13")


def test_without_denominator_there_is_neither_rate_nor_interval():
    assert (Rate(0, 0).value, Rate(0, 0).interval, mean(0, 0)) == (None, None, None)


def test_yuan_have_a_rate_but_no_interval():
    share = Rate(Decimal("50.00"), Decimal("200.00"))
    assert (share.value, share.interval) == (Decimal("25.00"), None)
