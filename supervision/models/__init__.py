"""Supervision matters and their documents, one room per noun."""

from .addresses import AddressConfirmation
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
from .partners import (
    PartnerAttachment,
    PartnerDeadline,
    PartnerDocument,
    PartnerEvent,
    PartnerExtension,
    PartnerPause,
)
from .recoveries import DocumentRecovery, Verification
from .service import (
    DocumentAttachment,
    DocumentDeadline,
    DocumentEvent,
    DocumentExtension,
    DocumentPause,
    Reply,
    ServiceAttempt,
)
from .topics import SupervisionTopic

__all__ = [
    "AddressConfirmation",
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
    "PartnerAttachment",
    "PartnerDeadline",
    "PartnerDocument",
    "PartnerEvent",
    "PartnerExtension",
    "PartnerPause",
    "Reply",
    "ServiceAttempt",
    "SupervisionDocument",
    "SupervisionMatter",
    "SupervisionTopic",
    "Verification",
]
