"""What reports keep: the reports a union files with their frozen numbers, exports, and the monthly roll-ups."""

from .exports import ExportFetch, ExportJob, ExportPart
from .filings import (
    Filing,
    FilingAttachment,
    FilingDeadline,
    FilingEvent,
    FilingExtension,
    FilingPause,
    Snapshot,
)
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
    "ExportFetch",
    "ExportJob",
    "ExportPart",
    "Filing",
    "FilingAttachment",
    "FilingDeadline",
    "FilingEvent",
    "FilingExtension",
    "FilingPause",
    "HotlineMonth",
    "Month",
    "OrderMonth",
    "ReferralMonth",
    "RollupDifference",
    "RollupState",
    "Snapshot",
    "StaleMonth",
    "SupervisionMonth",
]
