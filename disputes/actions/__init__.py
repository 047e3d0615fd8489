"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.actions import attach

from .agreement import agree, reconcile
from .application import accept, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .documents import issue_document
from .endings import archive, close_out, fail, terminate, withdraw
from .mediation import assign, extend, hold_meeting, recuse, release, resume, suspend
from .performance import record_payment
from .worklists import rate

__all__ = [
    "accept",
    "agree",
    "apply",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "close_out",
    "decline",
    "extend",
    "fail",
    "hold_meeting",
    "issue_document",
    "lapse",
    "rate",
    "reconcile",
    "record_payment",
    "recuse",
    "release",
    "resume",
    "supply_papers",
    "suspend",
    "terminate",
    "transfer",
    "withdraw",
]
