"""The tables of a dispute case, one room per noun."""

from .agreements import Instalment, MediationAgreement, Payment
from .cases import MEDIATION_RULES, DisputeCase
from .claims import ClaimItem, RosterEntry
from .documents import CaseDocument
from .history import DisputeAttachment, DisputeDeadline, DisputeEvent, DisputeExtension, DisputePause
from .meetings import MediationMeeting, Recusal, SupplementRequest
from .parties import Party
from .proxies import Proxy

__all__ = [
    "MEDIATION_RULES",
    "CaseDocument",
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
    "Proxy",
    "Recusal",
    "RosterEntry",
    "SupplementRequest",
]
