"""The way of a group incident, from the proposal to the closing report."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.purposes import Purpose
from casework.workflow import Step, Workflow, attach_step
from hotline.guards import incidents as g
from hotline.models import GroupIncident
from organizations.models import Duty

I = GroupIncident.State  # noqa: E741 - the states of this table, as in its neighbours
LEADER = {Duty.DUTY_LEADER}
HOTLINE = {Duty.DUTY_LEADER, Duty.HOTLINE_OPERATOR}
CLOSERS = {Duty.DUTY_LEADER, Duty.SIGNATORY}
LIVE = {I.RUNNING, I.SETTLED}
KNOWN = [g.is_described, g.risk_fits_the_people]

INCIDENTS = Workflow(
    GroupIncident,
    # verb, from, to, who, name, unless, unless then
    Step("propose", (), I.PROPOSED, HOTLINE, _("Put before the duty leader")),
    Step("report", (), I.RUNNING, LEADER, _("Enter a group incident"), [], KNOWN),
    Step("confirm", {I.PROPOSED}, I.RUNNING, LEADER, _("Open the incident"), [], KNOWN),
    Step("dismiss", {I.PROPOSED}, I.DISMISSED, LEADER, _("Dismiss")),
    Step("give_report", LIVE, None, LEADER, _("Give a report"), [g.report_is_due]),
    Step("amend", LIVE, None, LEADER, _("Record a change"), [], KNOWN),
    Step("link", LIVE, None, LEADER, _("Link a call, an order or a case")),
    Step("open_sheet", LIVE, None, LEADER, _("Open quick registration"), [g.has_no_open_sheet]),
    Step("close_sheet", LIVE, None, LEADER, _("Close quick registration"), [g.has_open_sheet]),
    Step("settle", {I.RUNNING}, I.SETTLED, LEADER, _("It has calmed down")),
    Step("flare_up", {I.SETTLED}, I.RUNNING, LEADER, _("It has flared up again")),
    Step(
        "close",
        {I.SETTLED},
        I.CLOSED,
        CLOSERS,
        pgettext_lazy("an incident", "Close"),
        [g.closing_report_is_given, g.no_report_is_due],
    ),
    attach_step(LIVE, CLOSERS),
    acts={"add_call": _("A further call came in")},
    purposes={
        Purpose.ONWARD: {"give_report"},
        Purpose.END: {"dismiss"},
    },
)
