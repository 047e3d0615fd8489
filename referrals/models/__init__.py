"""Traffic with partner authorities, one room per noun."""

from .balances import Balance
from .circuits import Circuit
from .deliveries import Delivery, DeliveryAttempt, InboxEntry
from .endpoints import Endpoint
from .heartbeats import Heartbeat
from .history import ReferralAttachment, ReferralDeadline, ReferralEvent, ReferralExtension, ReferralPause
from .kinds import ReferralKind
from .referrals import Referral

__all__ = [
    "Balance",
    "Circuit",
    "Delivery",
    "DeliveryAttempt",
    "Endpoint",
    "Heartbeat",
    "InboxEntry",
    "Referral",
    "ReferralAttachment",
    "ReferralDeadline",
    "ReferralEvent",
    "ReferralExtension",
    "ReferralKind",
    "ReferralPause",
]
