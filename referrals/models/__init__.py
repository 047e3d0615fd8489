"""Traffic with partner authorities, one room per noun."""

from .deliveries import Delivery, DeliveryAttempt, InboxEntry
from .heartbeats import Heartbeat
from .history import ReferralAttachment, ReferralDeadline, ReferralEvent, ReferralExtension, ReferralPause
from .kinds import ReferralKind
from .referrals import Referral

__all__ = [
    "Delivery",
    "DeliveryAttempt",
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
