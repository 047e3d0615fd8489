"""Who should take a case: pure arithmetic on what is known of each mediator, without database and clock.

A case weighs more the harder it is and the more people it is about. The least burdened mediator comes first; what he
knows and speaks is worth a little weight, so that it decides between equals and never against the balance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Burden:
    """What makes a case heavy."""

    workers: int = 1
    is_group: bool = False
    is_grave: bool = False
    from_court: bool = False

    def weight(self, weights: Weights) -> Decimal:
        tens = Decimal(self.workers // 10) * worth(weights, "ten_workers")
        marks = (("group", self.is_group), ("grave", self.is_grave), ("court", self.from_court))
        extra = sum((worth(weights, name) for name, holds in marks if holds), Decimal(0))
        return min(worth(weights, "case") + tens + extra, worth(weights, "most"))


@dataclass(frozen=True)
class Standing:
    """A mediator on the day: `barred` is the reason why he cannot be suggested, "" when he can."""

    key: int
    load: Decimal = Decimal(0)
    in_hand: int = 0
    limit: int = 40
    of_this_organisation: bool = True
    knows_the_field: bool = False
    speaks: frozenset[str] = frozenset()
    barred: str = ""


def score(standing: Standing, needed: frozenset[str], weights: Weights) -> Decimal:
    """The weighted load, less what speaks for the mediator, more when he serves another organisation."""
    for_him = len(needed & standing.speaks) * worth(weights, "language")
    if standing.knows_the_field:
        for_him += worth(weights, "speciality")
    away = Decimal(0) if standing.of_this_organisation else worth(weights, "elsewhere")
    return standing.load + away - for_him


def ranked(standings: Iterable[Standing], needed: frozenset[str], weights: Weights) -> list[Standing]:
    """Those who can be suggested, the best first; among equals the one with fewer cases, then the one entered first."""
    able = [s for s in standings if not s.barred and s.in_hand < s.limit]
    return sorted(able, key=lambda s: (score(s, needed, weights), s.in_hand, s.key))


def worth(weights: Weights, name: str) -> Decimal:
    return Decimal(str(weights[name]))
