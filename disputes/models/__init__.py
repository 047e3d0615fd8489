"""The tables of a dispute case, one room per noun."""

from .agreements import Instalment, MediationAgreement, Payment
from .archive import DestructionRecord, MissingPaper, PaperRemoval
from .cases import MEDIATION_RULES, DisputeCase
from .documents import CaseDocument
from .history import DisputeAttachment, DisputeDeadline, DisputeEvent, DisputeExtension, DisputePause
from .meetings import MediationMeeting, Recusal, SupplementRequest
from .parties import ClaimItem, Party
from .relations import CaseClearance, CaseRelation

__all__ = [
    "MEDIATION_RULES",
    "CaseClearance",
    "CaseDocument",
    "CaseRelation",
    "ClaimItem",
    "DestructionRecord",
    "DisputeAttachment",
    "DisputeCase",
    "DisputeDeadline",
    "DisputeEvent",
    "DisputeExtension",
    "DisputePause",
    "Instalment",
    "MediationAgreement",
    "MediationMeeting",
    "MissingPaper",
    "PaperRemoval",
    "Party",
    "Payment",
    "Recusal",
    "SupplementRequest",
]
