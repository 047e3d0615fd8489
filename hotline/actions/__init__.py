"""The verbs of the hotline, by noun."""

from .calls import answer, close_non_case, open_order, register
from .chains import open_case, open_matter
from .closing import archive, close, merge, record_attempt, record_callback, redo, send_back
from .handling import extend, give_feedback, resume, start, suspend
from .handovers import accept, next_revision, offer, refuse
from .lines import Told, close_unended, take_event
from .orders import dispatch, return_order, sign_for
from .registration import account, register_line, wrap_up
from .seats import sign_off, sign_on

__all__ = [
    "Told",
    "accept",
    "account",
    "answer",
    "archive",
    "close",
    "close_non_case",
    "close_unended",
    "dispatch",
    "extend",
    "give_feedback",
    "merge",
    "next_revision",
    "offer",
    "open_case",
    "open_matter",
    "open_order",
    "record_attempt",
    "record_callback",
    "redo",
    "refuse",
    "register",
    "register_line",
    "resume",
    "return_order",
    "send_back",
    "sign_for",
    "sign_off",
    "sign_on",
    "start",
    "suspend",
    "take_event",
    "wrap_up",
]
