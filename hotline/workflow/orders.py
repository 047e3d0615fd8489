"""The way of a work order, from the call to the archive."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.purposes import Purpose
from casework.workflow import Step, Workflow, attach_step
from hotline.guards import orders as g
from hotline.models import WorkOrder
from hotline.querysets import OPEN, REPORTING
from organizations.models import Duty

S = WorkOrder.State
OPERATOR, LEADER, OFFICER, DIRECTOR, INSPECTOR = (
    Duty.HOTLINE_OPERATOR,
    Duty.DUTY_LEADER,
    Duty.CASE_OFFICER,
    Duty.COMMITTEE_DIRECTOR,
    Duty.QUALITY_INSPECTOR,
)
HOTLINE = {OPERATOR, LEADER}
UNIT = [g.is_receiving_unit]

ORDERS = Workflow(
    WorkOrder,
    Step("register", (), S.REGISTERED, HOTLINE, _("Work order opened")),
    Step(
        "dispatch",
        {S.REGISTERED},
        S.DISPATCHED,
        HOTLINE,
        _("Dispatch the order"),
        [g.dispatches_here, g.leader_decides_after_returns],
        [g.unit_is_found, g.handler_serves_the_unit],
    ),
    Step("sign_for", {S.DISPATCHED}, S.SIGNED, {OFFICER}, _("Sign for"), UNIT),
    Step(
        "return_order",
        {S.DISPATCHED},
        S.REGISTERED,
        {OFFICER},
        _("Return"),
        [*UNIT, g.returns_are_left, g.inside_sign_limit],
    ),
    Step("start", {S.SIGNED}, S.IN_PROGRESS, {OFFICER}, _("Record the first contact"), UNIT),
    Step(
        "give_feedback",
        {S.IN_PROGRESS},
        S.FEEDBACK_GIVEN,
        {OFFICER},
        _("Give feedback"),
        UNIT,
        [g.result_is_recorded],
    ),
    Step("open_case", {S.IN_PROGRESS}, None, {OFFICER}, _("Open a dispute case"), [*UNIT, g.no_case_yet]),
    Step("open_matter", {S.IN_PROGRESS}, None, {OFFICER}, _("Open a supervision matter"), [*UNIT, g.no_matter_yet]),
    Step(
        "ask_extension",
        {S.IN_PROGRESS},
        None,
        {OFFICER},
        _("Ask for an extension"),
        [*UNIT, g.extensions_are_left, g.not_overdue, g.no_request_waits],
    ),
    Step(
        "extend",
        {S.IN_PROGRESS},
        None,
        {LEADER, DIRECTOR},
        _("Grant an extension"),
        [g.extensions_are_left, g.not_overdue],
    ),
    Step(
        "refuse_extension",
        {S.IN_PROGRESS},
        None,
        {LEADER, DIRECTOR},
        _("Refuse the extension"),
        [g.request_waits],
    ),
    Step("suspend", {S.IN_PROGRESS}, S.SUSPENDED, {OFFICER}, _("Put on hold"), UNIT),
    Step("resume", {S.SUSPENDED}, S.IN_PROGRESS, {OFFICER}, _("Take up again"), UNIT),
    Step(
        "record_callback",
        {S.FEEDBACK_GIVEN},
        S.CALLBACK_DONE,
        {INSPECTOR},
        _("Record the callback"),
        [],
        [g.callback_is_complete],
    ),
    Step("rate_by_caller", {S.FEEDBACK_GIVEN}, S.CALLBACK_DONE, {Duty.SYSTEM}, _("The caller has rated the result")),
    Step(
        "plan_callback",
        {S.FEEDBACK_GIVEN},
        None,
        {INSPECTOR},
        _("Book a time for the callback"),
        [g.caller_may_be_called, g.attempts_are_left],
    ),
    Step(
        "record_attempt",
        {S.FEEDBACK_GIVEN},
        None,
        {INSPECTOR},
        _("Record an attempt without answer"),
        [g.caller_may_be_called, g.attempts_are_left, g.other_days_are_left],
    ),
    Step("send_back", {S.FEEDBACK_GIVEN}, S.IN_PROGRESS, {INSPECTOR}, _("Send back"), [g.may_be_sent_back]),
    Step("close", {S.CALLBACK_DONE}, S.CLOSED, {INSPECTOR}, _("Close the order")),
    Step("redo", {S.CALLBACK_DONE}, S.IN_PROGRESS, {INSPECTOR}, _("Have it done again"), [g.caller_is_dissatisfied]),
    Step("archive", {S.CLOSED}, S.ARCHIVED, {Duty.SYSTEM}, _("Archived"), [g.reopening_time_is_over]),
    Step("merge", OPEN, S.MERGED, {LEADER}, _("Merge into another work order"), [], [g.is_same_caller]),
    Step("link_case", OPEN, None, {OFFICER}, _("Link a case"), UNIT),
    Step("unlink_case", OPEN, None, {OFFICER}, _("End the link to a case"), [*UNIT, g.case_is_linked]),
    Step("warn", OPEN, None, {Duty.SYSTEM}, _("Yellow mark")),
    Step("chase", OPEN, None, {Duty.SYSTEM}, _("Written chase")),
    Step("press", OPEN, None, {OPERATOR, LEADER, DIRECTOR, Duty.SYSTEM}, _("Press the order"), [g.not_pressed_yet]),
    Step(
        "report_progress",
        REPORTING,
        None,
        {OFFICER},
        _("Report progress"),
        [*UNIT, g.is_pressed],
    ),
    attach_step(OPEN, {OPERATOR, LEADER, OFFICER, INSPECTOR}),
    acts={"list_in_circular": _("Listed in the weekly circular")},
    purposes={
        Purpose.PEOPLE: {"return_order"},
        Purpose.TIME: {"ask_extension", "extend", "refuse_extension", "suspend"},
        Purpose.RARE: {"merge", "link_case", "unlink_case"},
    },
)
