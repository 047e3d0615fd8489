"""Where the page of a case shows its steps. What is not named leads on when it changes the state."""

from __future__ import annotations

from casework.purposes import Purpose as P

PURPOSES = {
    P.ONWARD: {
        "confirm",
        "draft_agreement",
        "open_route",
        "return_to_court",
        "answer_sham_report",
        "propose_destruction",
        "approve_destruction",
        "destroy",
    },
    P.PEOPLE: {"take_back", "recuse", "keep_mediator"},
    P.MEETING: {"propose_meeting", "hold_meeting"},
    P.TIME: {"extend", "suspend"},
    P.MONEY: {"record_payment", "follow_up"},
    P.PAPERS: {"issue_document", "classify", "explain_gap"},
    P.END: {"reconcile", "fail", "withdraw", "terminate", "decline", "transfer"},
    P.RARE: {
        "correct_payment",
        "mention_payment",
        "rate",
        "link",
        "make_part_of",
        "separate",
        "split",
        "merge_into",
        "reopen",
        "restrict",
        "lift_restriction",
        "hold",
        "keep_longer",
    },
    P.BESIDE: {
        # the people
        "add_party",
        "correct_party",
        "end_party",
        "add_proxy",
        "end_proxy",
        "elect_representatives",
        # the roster
        "import_roster",
        "share_out",
        # the meetings
        "notify_meeting",
        "meeting_not_held",
        "sign_minutes",
        # the calculator of claims
        "keep_reckoning",
        # tasks, checklist and notes
        "add_task",
        "finish_task",
        "check_items",
        "add_note",
        "edit_note",
        "delete_note",
    },
}

# Under what the history of a case shows an act that its page does not offer under that name.
HISTORY = {
    P.PEOPLE: {
        "confirm",
        "add_party",
        "correct_party",
        "end_party",
        "add_proxy",
        "end_proxy",
        "elect_representatives",
    },
    P.MEETING: {"notify_meeting", "meeting_not_held", "sign_minutes"},
    P.PAPERS: {"draft_agreement", "keep_reckoning", "attach"},
}
