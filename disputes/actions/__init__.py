"""The verbs of a dispute case. Each is one transaction: state, clocks and event together, or nothing."""

from .agreement import agree, reconcile
from .application import accept, apply, ask_for_papers, assign, decline, recuse, supply_papers, transfer
from .endings import archive, close_out, fail, terminate, withdraw
from .mediation import extend, hold_meeting, resume, suspend
from .performance import record_payment

__all__ = [
    "accept",
    "agree",
    "apply",
    "archive",
    "ask_for_papers",
    "assign",
    "close_out",
    "decline",
    "extend",
    "fail",
    "hold_meeting",
    "reconcile",
    "record_payment",
    "recuse",
    "resume",
    "supply_papers",
    "suspend",
    "terminate",
    "transfer",
    "withdraw",
]
