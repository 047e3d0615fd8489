"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.actions import attach

from .agreement import agree, reconcile
from .application import accept, amend, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .documents import issue_document
from .drafting import draft_agreement
from .endings import archive, close_out, fail, terminate, withdraw
from .follow_up import follow_up, watch_over, watch_over_all
from .groups import import_roster, share_out
from .mediation import extend, propose_failure, resume, suspend
from .mediators import assign, confirm, keep_mediator, recuse
from .meetings import hold_meeting, meeting_not_held, notify_meeting, propose_meeting, sign_minutes
from .notes import add_note, add_task, check_items, delete_note, edit_note, finish_task
from .parties import add_party, add_proxy, correct_party, elect_representatives, end_party, end_proxy
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
    "add_note",
    "add_party",
    "add_proxy",
    "add_task",
    "agree",
    "amend",
    "apply",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "check_items",
    "close_out",
    "confirm",
    "correct_party",
    "correct_payment",
    "decide",
    "decline",
    "delete_note",
    "docket",
    "draft_agreement",
    "edit_note",
    "elect_representatives",
    "end_party",
    "end_proxy",
    "extend",
    "fail",
    "file_route",
    "finish_task",
    "follow_up",
    "hold_meeting",
    "import_roster",
    "issue_document",
    "issue_order",
    "keep_mediator",
    "lapse",
    "lapse_order",
    "meeting_not_held",
    "mention_payment",
    "notify_meeting",
    "open_route",
    "propose_failure",
    "propose_meeting",
    "reconcile",
    "record_objection",
    "record_payment",
    "recuse",
    "refuse",
    "resume",
    "serve_order",
    "share_out",
    "sign_minutes",
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
