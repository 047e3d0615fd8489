"""What reports keep: the monthly roll-ups."""

from .rollups import (
    ROLLUPS,
    CaseMonth,
    HotlineMonth,
    Month,
    OrderMonth,
    ReferralMonth,
    RollupDifference,
    RollupState,
    StaleMonth,
    SupervisionMonth,
)

__all__ = [
    "ROLLUPS",
    "CaseMonth",
    "HotlineMonth",
    "Month",
    "OrderMonth",
    "ReferralMonth",
    "RollupDifference",
    "RollupState",
    "StaleMonth",
    "SupervisionMonth",
]
