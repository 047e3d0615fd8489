"""Supervision matters and their documents, one room per noun."""

from .documents import SupervisionDocument
from .evidence import MatterEvidence
from .matters import (
    Investigation,
    Investigator,
    MatterAttachment,
    MatterDeadline,
    MatterEvent,
    MatterExtension,
    MatterPause,
    MatterRecusal,
    SupervisionMatter,
)
from .review import BatchLine, DocumentVersion, ReviewComment
from .service import (
    DocumentAttachment,
    DocumentDeadline,
    DocumentEvent,
    DocumentExtension,
    DocumentPause,
    DocumentRecovery,
    Reply,
    ServiceAttempt,
)
from .topics import SupervisionTopic

__all__ = [
    "BatchLine",
    "DocumentAttachment",
    "DocumentDeadline",
    "DocumentEvent",
    "DocumentExtension",
    "DocumentPause",
    "DocumentRecovery",
    "DocumentVersion",
    "Investigation",
    "Investigator",
    "MatterAttachment",
    "MatterDeadline",
    "MatterEvent",
    "MatterEvidence",
    "MatterExtension",
    "MatterPause",
    "MatterRecusal",
    "Reply",
    "ReviewComment",
    "ServiceAttempt",
    "SupervisionDocument",
    "SupervisionMatter",
    "SupervisionTopic",
]
