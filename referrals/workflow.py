"""The way of a referral: approved here, delivered by the system, answered by the authority, recorded here again."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.ledger import money_is_entered
from casework.purposes import Purpose
from casework.workflow import Step, Workflow
from organizations.models import Duty
from referrals import guards, incoming_steps
from referrals.models import Referral

S = Referral.State
OFFICE = {Duty.LIAISON, Duty.CASE_OFFICER}
LEADERS = {Duty.COMMITTEE_DIRECTOR, Duty.SIGNATORY}
# Where the authority has nobody in this system, the liaison officer enters what it writes or says.
PARTNER = {Duty.AUTHORITY_OFFICER, Duty.LIAISON, Duty.SYSTEM}  # the system for what the authority's own system tells
SYSTEM = {Duty.SYSTEM}
UNDELIVERED = {S.DRAFT, S.APPROVED, S.QUEUED, S.SEND_FAILED}
WITH_AUTHORITY = {S.SENT, S.ACKNOWLEDGED, S.ACCEPTED}
ASKED = WITH_AUTHORITY | {S.RETURNED, S.COMPLETED}
RUNNING = UNDELIVERED | WITH_AUTHORITY | {S.RETURNED}
PAID_AFTER = {S.ACKNOWLEDGED, S.ACCEPTED, S.COMPLETED, S.CLOSED}
TOLD_MORE = frozenset(S) - {S.DRAFT, S.APPROVED}
READY = [
    guards.complete,
    guards.act_is_possible,
    guards.details_told,
    guards.ground_recorded,
    guards.ground_fits,
    guards.data_minimised,
    guards.only_what_the_kind_allows,
    guards.papers_go_with_it,
    guards.in_service,
    guards.reachable,
]
OURS = [guards.went_out]
ANSWERS = [guards.went_out, guards.authority_answers]

WORKFLOW = Workflow(
    Referral,
    Step("refer", set(), S.DRAFT, OFFICE, _("Refer to an authority")),
    Step("approve", {S.DRAFT}, S.APPROVED, LEADERS, _("Approve and send"), [*READY, guards.another_person]),
    Step("send", {S.DRAFT}, S.APPROVED, {Duty.LIAISON}, _("Send"), [guards.approval_waived, *READY]),
    Step("edit", {S.DRAFT}, None, OFFICE, _("Edit")),
    Step("enqueue", {S.APPROVED}, S.QUEUED, SYSTEM, _("Queued for delivery")),
    Step("delivered", {S.QUEUED}, S.SENT, SYSTEM, _("Delivered")),
    Step("fail_delivery", {S.QUEUED}, S.SEND_FAILED, SYSTEM, _("Delivery given up")),
    Step("resend", {S.SEND_FAILED}, S.QUEUED, {Duty.LIAISON}, _("Try delivery again")),
    Step("hand_over", {S.QUEUED}, S.SENT, {Duty.LIAISON}, _("Record the handing over"), [guards.carried], quiet=True),
    Step(
        "skip",
        {S.SEND_FAILED},
        None,
        {Duty.LIAISON},
        _("Let later messages pass"),
        [guards.holds_others_back],
        quiet=True,
    ),
    Step("hand_over_on_paper", {S.SEND_FAILED}, S.SENT, {Duty.LIAISON}, _("Hand over on paper")),
    Step("acknowledge", {S.SENT}, S.ACKNOWLEDGED, PARTNER, _("Sign for"), ANSWERS, quiet=True),
    Step(
        "accept",
        {S.ACKNOWLEDGED},
        S.ACCEPTED,
        PARTNER,
        _("Take on"),
        [guards.nothing_to_take_on, *ANSWERS],
        quiet=True,
    ),
    Step(
        "prolong",
        {S.ACCEPTED},
        None,
        PARTNER,
        _("Take more time"),
        [guards.may_be_prolonged, *ANSWERS],
        quiet=True,
    ),
    Step(
        "complete",
        {S.ACKNOWLEDGED, S.ACCEPTED},
        S.COMPLETED,
        PARTNER,
        _("Enter the result"),
        [guards.taken_on, *ANSWERS],
        quiet=True,
    ),
    Step(
        "return_referral",
        {S.SENT, S.ACKNOWLEDGED},
        S.RETURNED,
        PARTNER,
        _("Send back to the union"),
        ANSWERS,
        quiet=True,
    ),
    Step(
        "record_result", {S.COMPLETED}, S.CLOSED, {Duty.LIAISON}, _("Record the result in the file"), OURS, quiet=True
    ),
    Step("reroute", {S.RETURNED}, S.CLOSED, {Duty.LIAISON}, _("Send to another office"), OURS, quiet=True),
    Step("close", {S.RETURNED}, S.CLOSED, {Duty.LIAISON}, _("Close the referral"), OURS, quiet=True),
    Step("attach", {S.DRAFT, S.ACKNOWLEDGED, S.ACCEPTED}, None, OFFICE | PARTNER, _("Add papers"), [guards.own_turn]),
    Step("recall", RUNNING, S.RECALLED, LEADERS, _("Recall"), OURS, quiet=True),
    Step("ask", WITH_AUTHORITY, None, PARTNER, _("Ask the union"), ANSWERS, quiet=True),
    Step("answer_question", ASKED, None, OFFICE, _("Answer the question"), [*OURS, guards.question_open], quiet=True),
    Step(
        "give_code",
        WITH_AUTHORITY,
        None,
        {Duty.LIAISON},
        _("Give a code for the link"),
        [*OURS, guards.link_leads],
        quiet=True,
    ),
    Step(
        "resend_link", WITH_AUTHORITY, None, {Duty.LIAISON}, _("Send a new link"), [*OURS, guards.by_link], quiet=True
    ),
    Step(
        "resend_notice",
        TOLD_MORE,
        None,
        {Duty.LIAISON},
        _("Try the notice again"),
        [guards.notice_given_up],
        quiet=True,
    ),
    Step(
        "withdraw_notice",
        TOLD_MORE,
        None,
        {Duty.LIAISON},
        _("Told another way"),
        [guards.notice_given_up],
        quiet=True,
    ),
    Step(
        "take_note",
        {S.RECALLED},
        None,
        {Duty.LIAISON, Duty.CASE_OFFICER, Duty.AUTHORITY_OFFICER},
        _("Take note of the recall"),
        [guards.other_side_recalled],
        quiet=True,
    ),
    Step("record_recovery", PAID_AFTER, None, OFFICE, _("Enter money received"), OURS, quiet=True),
    Step(
        "correct_recovery",
        PAID_AFTER,
        None,
        OFFICE,
        _("Take an entry of money back"),
        [*OURS, money_is_entered],
        quiet=True,
    ),
    *incoming_steps.STEPS,
    acts={
        "enqueue_notice": _("Notice queued for the authority"),
        "open_link": _("Opened by its link"),
        "want_link": _("New link asked for"),
        "fetch_paper": _("Paper fetched by the authority's system"),
        "take_along": _("Letter, notice or package taken along"),
    },
    purposes={
        Purpose.ONWARD: {"edit", "answer_question", "take_note"},
        Purpose.TIME: {"prolong"},
        Purpose.END: {"return_referral", "send_back", "take_back", "recall", "close"},
        Purpose.MONEY: {"record_recovery"},
        Purpose.RARE: {"skip", "correct_recovery"},
    },
)

# What the authority may read of the history: from the delivery on, and nothing of how the union came to it.
SHARED_ACTS = {
    "delivered",
    "hand_over_on_paper",
    "acknowledge",
    "accept",
    "prolong",
    "complete",
    "return_referral",
    "hand_over",
    "ask",
    "answer_question",
    "open_link",
    "want_link",
    "attach",
    "record_result",
    "close",
    "recall",
    "take_note",
} | incoming_steps.SHARED_ACTS
