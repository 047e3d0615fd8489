"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.actions import attach

from .agreement import agree, reconcile
from .application import accept, amend, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .documents import issue_document
from .endings import archive, close_out, fail, terminate, withdraw
from .groups import import_roster, share_out
from .mediation import assign, extend, hold_meeting, recuse, resume, suspend
from .parties import add_party, add_proxy, correct_party, elect_representatives, end_party, end_proxy
from .performance import record_payment

__all__ = [
    "accept",
    "add_party",
    "add_proxy",
    "agree",
    "amend",
    "apply",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "close_out",
    "correct_party",
    "decline",
    "elect_representatives",
    "end_party",
    "end_proxy",
    "extend",
    "fail",
    "hold_meeting",
    "import_roster",
    "issue_document",
    "lapse",
    "reconcile",
    "record_payment",
    "recuse",
    "resume",
    "share_out",
    "supply_papers",
    "suspend",
    "terminate",
    "transfer",
    "withdraw",
]
