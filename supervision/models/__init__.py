"""Supervision matters and their documents, one room per noun."""

from .addresses import AddressConfirmation
from .documents import SupervisionDocument
from .evidence import MatterEvidence
from .matters import (
    Investigation,
    Investigator,
    MatterAttachment,
    MatterClearance,
    MatterDeadline,
    MatterEvent,
    MatterExtension,
    MatterPause,
    MatterRecusal,
    SupervisionMatter,
)
from .partners import (
    PartnerAttachment,
    PartnerDeadline,
    PartnerDocument,
    PartnerEvent,
    PartnerExtension,
    PartnerPause,
)
from .recoveries import DocumentRecovery, Verification
from .review import BatchLine, DocumentVersion, ReviewComment
from .service import (
    DocumentAttachment,
    DocumentDeadline,
    DocumentEvent,
    DocumentExtension,
    DocumentPause,
    Reply,
    Sealing,
    ServiceAttempt,
)
from .topics import SupervisionTopic

__all__ = [
    "AddressConfirmation",
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
    "MatterClearance",
    "MatterDeadline",
    "MatterEvent",
    "MatterEvidence",
    "MatterExtension",
    "MatterPause",
    "MatterRecusal",
    "PartnerAttachment",
    "PartnerDeadline",
    "PartnerDocument",
    "PartnerEvent",
    "PartnerExtension",
    "PartnerPause",
    "Reply",
    "ReviewComment",
    "Sealing",
    "ServiceAttempt",
    "SupervisionDocument",
    "SupervisionMatter",
    "SupervisionTopic",
    "Verification",
]
