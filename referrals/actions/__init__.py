"""The verbs of referrals, by who takes them: the union, the authority, the system."""

from .carriage import carry, deliver_at_once, park, postpone, succeed
from .delivery import delivered, enqueue, fail_delivery, notify
from .following import follow_cases
from .incoming import (
    answer,
    ask_other_side,
    hand_back,
    open_case,
    receive,
    send_back,
    sign_in,
    take_back,
    take_on,
)
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
    "answer",
    "approve",
    "ask_other_side",
    "carry",
    "close",
    "complete",
    "deliver_at_once",
    "delivered",
    "edit",
    "enqueue",
    "fail_delivery",
    "follow_cases",
    "hand_back",
    "hand_over_on_paper",
    "notify",
    "open_case",
    "park",
    "postpone",
    "prolong",
    "recall",
    "receive",
    "record_result",
    "refer",
    "reroute",
    "resend",
    "return_referral",
    "send",
    "send_back",
    "sign_in",
    "skip",
    "succeed",
    "take_back",
    "take_on",
]
