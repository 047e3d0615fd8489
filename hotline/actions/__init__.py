"""The verbs of the hotline, by noun."""

from .aside import show_part
from .calls import answer, close_non_case, follow, open_order, register
from .chains import link_case, open_case, open_matter, unlink_case
from .closing import (
    archive,
    close,
    merge,
    plan_callback,
    rate_by_caller,
    record_attempt,
    record_callback,
    redo,
    send_back,
)
from .codes import issue_code
from .flags import end_flag, expire_flag, flag_caller
from .handling import ask_extension, extend, give_feedback, refuse_extension, resume, start, suspend
from .handovers import accept, next_revision, offer, refuse
from .knowledge import discard, draft_article, edit_draft, publish, revise, withdraw
from .lines import Told, close_unended, take_event
from .online import hand_in, take_on
from .orders import dispatch, return_order, sign_for
from .pressing import chase, issue_circular, press, report_progress, warn
from .registration import account, register_line, wrap_up
from .seats import sign_off, sign_on

__all__ = [
    "Told",
    "accept",
    "account",
    "answer",
    "archive",
    "ask_extension",
    "chase",
    "close",
    "close_non_case",
    "close_unended",
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
    "hand_in",
    "issue_circular",
    "issue_code",
    "link_case",
    "merge",
    "next_revision",
    "offer",
    "open_case",
    "open_matter",
    "open_order",
    "plan_callback",
    "press",
    "publish",
    "rate_by_caller",
    "record_attempt",
    "record_callback",
    "redo",
    "refuse",
    "refuse_extension",
    "register",
    "register_line",
    "report_progress",
    "resume",
    "return_order",
    "revise",
    "send_back",
    "show_part",
    "sign_for",
    "sign_off",
    "sign_on",
    "start",
    "suspend",
    "take_event",
    "take_on",
    "unlink_case",
    "warn",
    "withdraw",
    "wrap_up",
]
