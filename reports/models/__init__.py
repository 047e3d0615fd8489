"""What reports keep: the reports a union files and their frozen numbers."""

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

__all__ = [
    "ExportFetch",
    "ExportJob",
    "ExportPart",
    "Filing",
    "FilingAttachment",
    "FilingDeadline",
    "FilingEvent",
    "FilingExtension",
    "FilingPause",
    "Snapshot",
]
