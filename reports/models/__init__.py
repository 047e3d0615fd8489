"""What reports keep: the reports a union files and their frozen numbers."""

from .filings import (
    Filing,
    FilingAttachment,
    FilingDeadline,
    FilingEvent,
    FilingExtension,
    FilingPause,
    Snapshot,
)

__all__ = [
    "Filing",
    "FilingAttachment",
    "FilingDeadline",
    "FilingEvent",
    "FilingExtension",
    "FilingPause",
    "Snapshot",
]
