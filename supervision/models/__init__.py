"""Supervision matters and their documents, one room per noun."""

from .documents import SupervisionDocument
from .matters import (
    Investigation,
    Investigator,
    MatterAttachment,
    MatterDeadline,
    MatterEvent,
    MatterExtension,
    MatterPause,
    SupervisionMatter,
)
from .service import (
    DocumentAttachment,
    DocumentDeadline,
    DocumentEvent,
    DocumentExtension,
    DocumentPause,
    DocumentRecovery,
    Reply,
    Sealing,
    ServiceAttempt,
)
from .topics import SupervisionTopic

__all__ = [
    "DocumentAttachment",
    "DocumentDeadline",
    "DocumentEvent",
    "DocumentExtension",
    "DocumentPause",
    "DocumentRecovery",
    "Investigation",
    "Investigator",
    "MatterAttachment",
    "MatterDeadline",
    "MatterEvent",
    "MatterExtension",
    "MatterPause",
    "Reply",
    "Sealing",
    "ServiceAttempt",
    "SupervisionDocument",
    "SupervisionMatter",
    "SupervisionTopic",
]
