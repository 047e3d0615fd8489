"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.actions import attach

from .agreement import agree, reconcile
from .application import accept, amend, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .documents import issue_document
from .endings import archive, close_out, fail, terminate, withdraw
from .groups import import_roster, share_out
from .mediation import extend, propose_failure, resume, suspend
from .mediators import assign, confirm, keep_mediator, recuse
from .meetings import hold_meeting, meeting_not_held, notify_meeting, propose_meeting, sign_minutes
from .notes import add_note, add_task, check_items, delete_note, edit_note, finish_task
from .parties import add_party, add_proxy, correct_party, elect_representatives, end_party, end_proxy
from .performance import record_payment

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
    "decline",
    "delete_note",
    "edit_note",
    "elect_representatives",
    "end_party",
    "end_proxy",
    "extend",
    "fail",
    "finish_task",
    "hold_meeting",
    "import_roster",
    "issue_document",
    "keep_mediator",
    "lapse",
    "meeting_not_held",
    "notify_meeting",
    "propose_failure",
    "propose_meeting",
    "reconcile",
    "record_payment",
    "recuse",
    "resume",
    "share_out",
    "sign_minutes",
    "supply_papers",
    "suspend",
    "terminate",
    "transfer",
    "withdraw",
]
