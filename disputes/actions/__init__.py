"""The verbs of a dispute case, one room per noun. Each is one transaction: state, clocks and history, or nothing."""

from casework.secrecy import lift_restriction, restrict

from .agreement import agree, reconcile
from .application import apply
from .archive import approve_destruction, archive, destroy, hold, keep_longer, propose_destruction, release
from .decision import accept, amend, decline, transfer
from .documents import issue_document
from .drafting import draft_agreement
from .endings import answer_sham_report, close_out, fail, return_to_court, terminate, withdraw
from .follow_up import follow_up, watch_over, watch_over_all
from .groups import import_roster, share_out
from .mediation import extend, propose_failure, resume, suspend
from .mediators import assign, confirm, keep_mediator, recuse, take_back
from .meetings import hold_meeting, meeting_not_held, notify_meeting, propose_meeting, sign_minutes
from .notes import add_note, add_task, check_items, delete_note, edit_note, finish_task
from .papers import attach, classify, explain_gap
from .parties import add_party, add_proxy, correct_party, elect_representatives, end_party, end_proxy
from .performance import correct_payment, mention_payment, record_payment
from .reckoning import keep_reckoning
from .relations import link, make_part_of, merge_into, reopen, separate, split
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
from .supplements import ask_for_papers, lapse, supply_papers
from .worklists import rate

__all__ = [
    "accept",
    "add_note",
    "add_party",
    "add_proxy",
    "add_task",
    "agree",
    "amend",
    "answer_sham_report",
    "apply",
    "approve_destruction",
    "archive",
    "ask_for_papers",
    "assign",
    "attach",
    "check_items",
    "classify",
    "close_out",
    "confirm",
    "correct_party",
    "correct_payment",
    "decide",
    "decline",
    "delete_note",
    "destroy",
    "docket",
    "draft_agreement",
    "edit_note",
    "elect_representatives",
    "end_party",
    "end_proxy",
    "explain_gap",
    "extend",
    "fail",
    "file_route",
    "finish_task",
    "follow_up",
    "hold",
    "hold_meeting",
    "import_roster",
    "issue_document",
    "issue_order",
    "keep_longer",
    "keep_mediator",
    "keep_reckoning",
    "lapse",
    "lapse_order",
    "lift_restriction",
    "link",
    "make_part_of",
    "meeting_not_held",
    "mention_payment",
    "merge_into",
    "notify_meeting",
    "open_route",
    "propose_destruction",
    "propose_failure",
    "propose_meeting",
    "rate",
    "reconcile",
    "record_objection",
    "record_payment",
    "recuse",
    "refuse",
    "release",
    "reopen",
    "restrict",
    "resume",
    "return_to_court",
    "separate",
    "serve_order",
    "share_out",
    "sign_minutes",
    "split",
    "supply_papers",
    "suspend",
    "take_back",
    "take_effect",
    "terminate",
    "transfer",
    "watch_over",
    "watch_over_all",
    "withdraw",
    "withdraw_route",
]
