"""How a call ends."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step, Workflow, attach_step
from hotline.guards import calls as g
from hotline.models import CallRecord
from organizations.models import Duty

C = CallRecord.State
ALL = {C.REGISTERED, C.ORDERED, C.CLOSED}
HOTLINE = {Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}

CALLS = Workflow(
    CallRecord,
    # verb, from, to, who, name, unless, unless then
    Step("register", (), C.REGISTERED, HOTLINE, _("Register the call")),
    Step(
        "answer",
        {C.REGISTERED},
        C.CLOSED,
        HOTLINE,
        _("Answer and close"),
        [g.may_close_directly],
        [g.answer_is_recorded],
    ),
    Step(
        "open_order",
        {C.REGISTERED},
        C.ORDERED,
        HOTLINE,
        _("Open a work order"),
        [],
        [g.case_is_described, g.caller_can_be_reached],
    ),
    Step("follow", {C.REGISTERED}, C.ORDERED, HOTLINE, _("Add to an open work order"), [], [g.order_is_open]),
    Step("close_non_case", {C.REGISTERED}, C.CLOSED, HOTLINE, _("Close as not a request"), [], [g.is_no_request]),
    Step("take_in_closed", (), C.CLOSED, {Duty.DUTY_LEADER, Duty.SYSTEM}, _("Imported as closed")),
    Step("take_in_ordered", (), C.ORDERED, {Duty.DUTY_LEADER, Duty.SYSTEM}, _("Imported as handed on")),
    Step("link_case", ALL, None, HOTLINE, _("Link a case")),
    Step("unlink_case", ALL, None, HOTLINE, _("End the link to a case"), [g.case_is_linked]),
    attach_step(ALL, HOTLINE),
)
