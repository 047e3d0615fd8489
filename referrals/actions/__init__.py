"""The verbs of referrals, by who takes them: the union, the authority, the system."""

from .carriage import carry, deliver_at_once, lay_ready, park, postpone, succeed
from .delivery import delivered, enqueue, fail_delivery, notify
from .following import follow_cases
from .incoming import (
    answer,
    ask_other_side,
    hand_back,
    open_case,
    send_back,
    sign_in,
    take_back,
    take_on,
)
from .links import give_code, open_link, resend_link, revoke_links, want_link
from .money import correct_recovery, record_recovery
from .notices import resend_notice, take_note, withdraw_notice
from .partner import accept, acknowledge, complete, prolong, return_referral
from .questions import answer_question, ask
from .receiving import receive
from .service import hand_over, hand_over_on_paper, take_along
from .union import (
    approve,
    close,
    edit,
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
    "answer_question",
    "approve",
    "ask",
    "ask_other_side",
    "carry",
    "close",
    "complete",
    "correct_recovery",
    "deliver_at_once",
    "delivered",
    "edit",
    "enqueue",
    "fail_delivery",
    "follow_cases",
    "give_code",
    "hand_back",
    "hand_over",
    "hand_over_on_paper",
    "lay_ready",
    "notify",
    "open_case",
    "open_link",
    "park",
    "postpone",
    "prolong",
    "recall",
    "receive",
    "record_recovery",
    "record_result",
    "refer",
    "reroute",
    "resend",
    "resend_link",
    "resend_notice",
    "return_referral",
    "revoke_links",
    "send",
    "send_back",
    "sign_in",
    "skip",
    "succeed",
    "take_along",
    "take_back",
    "take_note",
    "take_on",
    "want_link",
    "withdraw_notice",
]
