"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from .agreement import agree, reconcile
from .application import accept, apply, ask_for_papers, decline, lapse, supply_papers, transfer
from .archive import (
    approve_destruction,
    archive,
    destroy,
    hold,
    keep_longer,
    propose_destruction,
    release,
)
from .documents import issue_document
from .endings import answer_sham_report, close_out, fail, return_to_court, terminate, withdraw
from .mediation import assign, extend, hold_meeting, recuse, resume, suspend
from .papers import attach, classify, explain_gap, take_out
from .performance import record_payment
from .relations import link, make_part_of, merge_into, reopen, separate, split
from .secrecy import lift_restriction, restrict

__all__ = [
    "accept",
    "agree",
    "answer_sham_report",
    "apply",
    "approve_destruction",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "classify",
    "close_out",
    "decline",
    "destroy",
    "explain_gap",
    "extend",
    "fail",
    "hold",
    "hold_meeting",
    "issue_document",
    "keep_longer",
    "lapse",
    "lift_restriction",
    "link",
    "make_part_of",
    "merge_into",
    "propose_destruction",
    "reconcile",
    "record_payment",
    "recuse",
    "release",
    "reopen",
    "restrict",
    "resume",
    "return_to_court",
    "separate",
    "split",
    "supply_papers",
    "suspend",
    "take_out",
    "terminate",
    "transfer",
    "withdraw",
]
