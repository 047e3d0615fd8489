"""The verbs of the hotline, by noun."""

from .aside import show_part
from .calls import answer, close_non_case, follow, open_order, register
from .chains import link_case, open_case, open_matter, unlink_case
from .closing import archive, close, merge, plan_callback, record_attempt, record_callback, redo, send_back
from .codes import issue_code
from .flags import end_flag, expire_flag, flag_caller
from .handling import ask_extension, extend, give_feedback, refuse_extension, resume, start, suspend
from .knowledge import discard, draft_article, edit_draft, publish, revise, withdraw
from .orders import dispatch, return_order, sign_for
from .pressing import chase, issue_circular, press, report_progress

__all__ = [
    "answer",
    "archive",
    "ask_extension",
    "chase",
    "close",
    "close_non_case",
    "discard",
    "dispatch",
    "draft_article",
    "edit_draft",
    "end_flag",
    "expire_flag",
    "extend",
    "flag_caller",
    "follow",
    "give_feedback",
    "issue_circular",
    "issue_code",
    "link_case",
    "merge",
    "open_case",
    "open_matter",
    "open_order",
    "plan_callback",
    "press",
    "publish",
    "record_attempt",
    "record_callback",
    "redo",
    "refuse_extension",
    "register",
    "report_progress",
    "resume",
    "return_order",
    "revise",
    "send_back",
    "show_part",
    "sign_for",
    "start",
    "suspend",
    "unlink_case",
    "withdraw",
]
