"""A sum shared out by weights, to the fen."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

FEN = Decimal("0.01")


def shares(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Parts in proportion to the weights that make exactly the total; without any weight equal parts.

    Each part is rounded down to the fen; the fen left over go to the parts that lost most, the earlier first.
    """
    if not weights:
        return []
    whole = sum(weights, Decimal(0))
    exact = [total * weight / whole if whole else total / len(weights) for weight in weights]
    parts = [part.quantize(FEN, ROUND_DOWN) for part in exact]
    left = int((total - sum(parts, Decimal(0))) / FEN)
    most_lost = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for n in most_lost[:left]:
        parts[n] += FEN
    return parts
