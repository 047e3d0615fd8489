"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.actions import attach

from .agreement import agree, reconcile
from .application import accept, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .documents import issue_document
from .drafting import draft_agreement
from .endings import archive, close_out, fail, terminate, withdraw
from .follow_up import follow_up, watch_over, watch_over_all
from .mediation import assign, extend, hold_meeting, recuse, resume, suspend
from .performance import correct_payment, mention_payment, record_payment
from .routes import (
    decide,
    docket,
    file_route,
    issue_order,
    lapse_order,
    open_route,
    record_objection,
    refuse,
    serve_order,
    take_effect,
    withdraw_route,
)

__all__ = [
    "accept",
    "agree",
    "apply",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "close_out",
    "correct_payment",
    "decide",
    "decline",
    "docket",
    "draft_agreement",
    "extend",
    "fail",
    "file_route",
    "follow_up",
    "hold_meeting",
    "issue_document",
    "issue_order",
    "lapse",
    "lapse_order",
    "mention_payment",
    "open_route",
    "reconcile",
    "record_objection",
    "record_payment",
    "recuse",
    "refuse",
    "resume",
    "serve_order",
    "supply_papers",
    "suspend",
    "take_effect",
    "terminate",
    "transfer",
    "watch_over",
    "watch_over_all",
    "withdraw",
    "withdraw_route",
]
