"""The verbs of referrals, by who takes them: the union, the authority, the system."""

from .carriage import carry, deliver_at_once, park, postpone, succeed
from .delivery import delivered, enqueue, fail_delivery, notify
from .partner import accept, acknowledge, complete, prolong, return_referral
from .union import (
    approve,
    close,
    edit,
    hand_over_on_paper,
    recall,
    record_result,
    refer,
    reroute,
    resend,
    send,
    skip,
)

__all__ = [
    "accept",
    "acknowledge",
    "approve",
    "carry",
    "close",
    "complete",
    "deliver_at_once",
    "delivered",
    "edit",
    "enqueue",
    "fail_delivery",
    "hand_over_on_paper",
    "notify",
    "park",
    "postpone",
    "prolong",
    "recall",
    "record_result",
    "refer",
    "reroute",
    "resend",
    "return_referral",
    "send",
    "skip",
    "succeed",
]
