"""The verbs of the hotline, by noun."""

from .aside import show_part
from .calls import answer, close_non_case, open_order, register
from .chains import open_case, open_matter
from .closing import archive, close, merge, record_attempt, record_callback, redo, send_back
from .handling import extend, give_feedback, resume, start, suspend
from .knowledge import discard, draft_article, edit_draft, publish, revise, withdraw
from .orders import dispatch, return_order, sign_for

__all__ = [
    "answer",
    "archive",
    "close",
    "close_non_case",
    "discard",
    "dispatch",
    "draft_article",
    "edit_draft",
    "extend",
    "give_feedback",
    "merge",
    "open_case",
    "open_matter",
    "open_order",
    "publish",
    "record_attempt",
    "record_callback",
    "redo",
    "register",
    "resume",
    "return_order",
    "revise",
    "send_back",
    "show_part",
    "sign_for",
    "start",
    "suspend",
    "withdraw",
]
