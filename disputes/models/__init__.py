"""The tables of a dispute case, one room per noun."""

from .agreements import Instalment, MediationAgreement, Payment
from .bulk import BulkItem, BulkRun
from .cases import MEDIATION_RULES, DisputeCase
from .documents import CaseDocument
from .history import DisputeAttachment, DisputeDeadline, DisputeEvent, DisputeExtension, DisputePause
from .meetings import MediationMeeting, Recusal, SupplementRequest
from .parties import ClaimItem, Party
from .texts import CaseText

__all__ = [
    "MEDIATION_RULES",
    "BulkItem",
    "BulkRun",
    "CaseDocument",
    "CaseText",
    "ClaimItem",
    "DisputeAttachment",
    "DisputeCase",
    "DisputeDeadline",
    "DisputeEvent",
    "DisputeExtension",
    "DisputePause",
    "Instalment",
    "MediationAgreement",
    "MediationMeeting",
    "Party",
    "Payment",
    "Recusal",
    "SupplementRequest",
]
