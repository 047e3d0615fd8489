"""The verbs of referrals, by who takes them: the union, the authority, the system."""

from .delivery import carry, deliver_at_once, delivered, enqueue, fail_delivery, park, postpone, succeed
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
    "succeed",
]
