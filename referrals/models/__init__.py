"""Traffic with partner authorities, one room per noun."""

from .balances import Balance
from .circuits import Circuit
from .content import SpecialGroup
from .deliveries import Delivery, DeliveryAttempt, InboxEntry
from .endpoints import Endpoint
from .heartbeats import Heartbeat
from .history import ReferralAttachment, ReferralDeadline, ReferralEvent, ReferralExtension, ReferralPause
from .kinds import ReferralKind
from .offices import OfficeRule, Proposal
from .referrals import Referral

__all__ = [
    "Balance",
    "Circuit",
    "Delivery",
    "DeliveryAttempt",
    "Endpoint",
    "Heartbeat",
    "InboxEntry",
    "OfficeRule",
    "Proposal",
    "Referral",
    "ReferralAttachment",
    "ReferralDeadline",
    "ReferralEvent",
    "ReferralExtension",
    "ReferralKind",
    "ReferralPause",
    "SpecialGroup",
]
