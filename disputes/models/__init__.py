"""The tables of a dispute case, one room per noun."""

from .agreements import Instalment, MediationAgreement
from .cases import MEDIATION_RULES, DisputeCase
from .documents import CaseDocument
from .history import DisputeAttachment, DisputeDeadline, DisputeEvent, DisputeExtension, DisputePause
from .meetings import MediationMeeting, Recusal, SupplementRequest
from .parties import ClaimItem, Party
from .payments import FollowUp, Payment, PaymentMention, PaymentShare
from .routes import PostAgreementRoute, RouteAttachment, RouteDeadline, RouteEvent, RouteExtension, RoutePause
from .terms import AgreementDraft, AgreementSignature, AgreementTerm

__all__ = [
    "MEDIATION_RULES",
    "AgreementDraft",
    "AgreementSignature",
    "AgreementTerm",
    "CaseDocument",
    "ClaimItem",
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
    "Party",
    "Payment",
    "PaymentMention",
    "PaymentShare",
    "PostAgreementRoute",
    "Recusal",
    "RouteAttachment",
    "RouteDeadline",
    "RouteEvent",
    "RouteExtension",
    "RoutePause",
    "SupplementRequest",
]
