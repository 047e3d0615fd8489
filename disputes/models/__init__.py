"""The tables of a dispute case, one room per noun."""

from .agreements import Instalment, MediationAgreement
from .appointments import Appointment, Attendance
from .archive import DestructionRecord, MissingPaper, PaperRemoval
from .assignments import Assignment
from .bulk import BulkItem, BulkRun
from .cases import MEDIATION_RULES, DisputeCase
from .claims import ClaimItem, RosterEntry
from .documents import CaseDocument
from .history import DisputeAttachment, DisputeDeadline, DisputeEvent, DisputeExtension, DisputePause
from .mediators import Conflict, MediatorLeave, MediatorProfile
from .meetings import MediationMeeting, Recusal, SupplementRequest
from .notes import CaseTask, CheckedItem, Note, NoteVersion
from .parties import Party
from .payments import FollowUp, Payment, PaymentMention, PaymentReason, PaymentShare
from .proxies import Proxy
from .relations import CaseClearance, CaseRelation
from .routes import PostAgreementRoute, RouteAttachment, RouteDeadline, RouteEvent, RouteExtension, RoutePause
from .terms import AgreementDraft, AgreementSignature, AgreementTerm
from .texts import CaseText

__all__ = [
    "MEDIATION_RULES",
    "AgreementDraft",
    "AgreementSignature",
    "AgreementTerm",
    "Appointment",
    "Assignment",
    "Attendance",
    "BulkItem",
    "BulkRun",
    "CaseClearance",
    "CaseDocument",
    "CaseRelation",
    "CaseTask",
    "CaseText",
    "CheckedItem",
    "ClaimItem",
    "Conflict",
    "DestructionRecord",
    "DisputeAttachment",
    "DisputeCase",
    "DisputeDeadline",
    "DisputeEvent",
    "DisputeExtension",
    "DisputePause",
    "FollowUp",
    "Instalment",
    "MediationAgreement",
    "MediationMeeting",
    "MediatorLeave",
    "MediatorProfile",
    "MissingPaper",
    "Note",
    "NoteVersion",
    "PaperRemoval",
    "Party",
    "Payment",
    "PaymentMention",
    "PaymentReason",
    "PaymentShare",
    "PostAgreementRoute",
    "Proxy",
    "Recusal",
    "RosterEntry",
    "RouteAttachment",
    "RouteDeadline",
    "RouteEvent",
    "RouteExtension",
    "RoutePause",
    "SupplementRequest",
]
