"""The verbs of the hotline, by noun."""

from .calls import answer, close_non_case, open_order, register
from .chains import open_case, open_matter
from .closing import archive, close, merge, record_attempt, record_callback, redo, send_back
from .codes import issue_code
from .flags import end_flag, expire_flag, flag_caller
from .handling import extend, give_feedback, resume, start, suspend
from .orders import dispatch, return_order, sign_for

__all__ = [
    "answer",
    "archive",
    "close",
    "close_non_case",
    "dispatch",
    "end_flag",
    "expire_flag",
    "extend",
    "flag_caller",
    "give_feedback",
    "issue_code",
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
