"""Rates over counts: exact decimals, half-up, with the interval they are certain to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

Number = int | Decimal
Z = Decimal("1.959963984540054")  # the 97.5 % point of the normal distribution: 95 % lie between
CENT = Decimal("0.01")


def half_up(value: Decimal) -> Decimal:
    """Two decimals, a half upwards, as people round."""
    return value.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Rate:
    """A share of counted things. Only whole numbers have an interval: yuan were not drawn one by one."""

    numerator: Number
    denominator: Number

    @property
    def value(self) -> Decimal | None:
        """Percent with two decimals; None without denominator, never 0 or 100."""
        if not self.denominator:
            return None
        return half_up(Decimal(100) * self.numerator / self.denominator)

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The 95 % interval after Wilson, in percent: what a rate of so few cases can mean."""
        n, hits = self.denominator, self.numerator
        if not isinstance(n, int) or not isinstance(hits, int) or n == 0:
            return None
        return wilson(hits, n)


def wilson(hits: int, n: int) -> tuple[Decimal, Decimal]:
    """Wilson's score interval: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)."""
    p, square = Decimal(hits) / n, Z * Z
    middle = p + square / (2 * n)
    reach = Z * (p * (1 - p) / n + square / (4 * n * n)).sqrt()
    scale = 1 + square / n
    low, high = (middle - reach) / scale, (middle + reach) / scale
    return half_up(100 * max(low, Decimal(0))), half_up(100 * min(high, Decimal(1)))


def mean(total: Number, n: int) -> Decimal | None:
    """An average with two decimals; None of nothing."""
    return half_up(Decimal(total) / n) if n else None
