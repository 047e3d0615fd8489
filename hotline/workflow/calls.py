"""How a call ends."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.purposes import Purpose
from casework.workflow import Step, Workflow, attach_step
from hotline.guards import calls as g
from hotline.models import CallRecord
from organizations.models import Duty

C = CallRecord.State
HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}
INSPECTOR = Duty.QUALITY_INSPECTOR
EVER = {C.REGISTERED, C.ORDERED, C.CLOSED}

CALLS = Workflow(
    CallRecord,
    # verb, from, to, who, name, unless, unless then
    Step("register", (), C.REGISTERED, HOTLINE, _("Register the call")),
    Step("hand_in", (), C.REGISTERED, {Duty.SYSTEM}, _("Handed in on the public page")),
    Step("take_on", {C.REGISTERED}, None, HOTLINE, _("Take on what was handed in"), [g.nobody_has_it], quiet=True),
    Step(
        "answer",
        {C.REGISTERED},
        C.CLOSED,
        HOTLINE,
        _("Answer and close"),
        [g.somebody_has_it, g.may_close_directly],
        [g.answer_is_recorded],
    ),
    Step(
        "open_order",
        {C.REGISTERED},
        C.ORDERED,
        HOTLINE,
        _("Open a work order"),
        [g.somebody_has_it],
        [g.case_is_described, g.caller_can_be_reached],
    ),
    Step(
        "follow",
        {C.REGISTERED},
        C.ORDERED,
        HOTLINE,
        _("Add to an open work order"),
        [g.somebody_has_it],
        [g.order_is_open],
    ),
    Step("close_non_case", {C.REGISTERED}, C.CLOSED, HOTLINE, _("Close as not a request"), [], [g.is_no_request]),
    Step("take_in_closed", (), C.CLOSED, {Duty.DUTY_LEADER, Duty.SYSTEM}, _("Imported as closed")),
    Step("take_in_ordered", (), C.ORDERED, {Duty.DUTY_LEADER, Duty.SYSTEM}, _("Imported as handed on")),
    Step("link_case", EVER, None, HOTLINE, _("Link a case")),
    Step("unlink_case", EVER, None, HOTLINE, _("End the link to a case"), [g.case_is_linked]),
    Step("flag_caller", EVER, None, HOTLINE | {INSPECTOR}, _("Flag the caller"), [g.caller_can_be_recognised]),
    Step("end_flag", EVER, None, HOTLINE | {INSPECTOR}, _("End a flag"), [g.has_flags]),
    Step("expire_flag", EVER, None, {Duty.SYSTEM}, _("Flag expired")),
    Step("issue_code", EVER, None, HOTLINE | {Duty.SYSTEM}, _("Give a query code"), [g.is_a_request]),
    attach_step(EVER, HOTLINE),
    acts={"take": _("Took the call")},
    purposes={
        Purpose.ONWARD: {"take_on"},
        Purpose.END: {"close_non_case"},
        Purpose.RARE: {"unlink_case", "flag_caller", "end_flag"},
    },
)
