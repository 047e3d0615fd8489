"""The verbs of the hotline, by noun."""

from .calls import answer, close_non_case, follow, open_order, register
from .chains import open_case, open_matter
from .closing import archive, close, merge, record_attempt, record_callback, redo, send_back
from .handling import extend, give_feedback, resume, start, suspend
from .orders import dispatch, return_order, sign_for

__all__ = [
    "answer",
    "archive",
    "close",
    "close_non_case",
    "dispatch",
    "extend",
    "follow",
    "give_feedback",
    "merge",
    "open_case",
    "open_matter",
    "open_order",
    "record_attempt",
    "record_callback",
    "redo",
    "register",
    "resume",
    "return_order",
    "send_back",
    "sign_for",
    "start",
    "suspend",
]
