"""Traffic with partner authorities, one room per noun."""

from .balances import Balance
from .circuits import Circuit
from .content import SpecialGroup
from .deliveries import Delivery, DeliveryAttempt, InboxEntry
from .endpoints import Endpoint
from .heartbeats import Heartbeat
from .history import ReferralAttachment, ReferralDeadline, ReferralEvent, ReferralExtension, ReferralPause
from .joint import (
    JointAttachment,
    JointDeadline,
    JointEvent,
    JointExtension,
    JointMatter,
    JointPause,
    JointSeat,
)
from .kinds import ReferralKind
from .links import MatterLink
from .messages import IncomingMessage
from .offices import OfficeRule, Proposal
from .packages import ImportedPackage
from .questions import ReferralQuestion
from .reach import AuthorityReach
from .recoveries import ReferralRecovery
from .referrals import Referral
from .service import HandOver

__all__ = [
    "AuthorityReach",
    "Balance",
    "Circuit",
    "Delivery",
    "DeliveryAttempt",
    "Endpoint",
    "HandOver",
    "Heartbeat",
    "ImportedPackage",
    "InboxEntry",
    "IncomingMessage",
    "JointAttachment",
    "JointDeadline",
    "JointEvent",
    "JointExtension",
    "JointMatter",
    "JointPause",
    "JointSeat",
    "MatterLink",
    "OfficeRule",
    "Proposal",
    "Referral",
    "ReferralAttachment",
    "ReferralDeadline",
    "ReferralEvent",
    "ReferralExtension",
    "ReferralKind",
    "ReferralPause",
    "ReferralQuestion",
    "ReferralRecovery",
    "SpecialGroup",
]
