"""The way of a duty roster, and of one shift on it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casework.purposes import Purpose
from casework.workflow import Step, Workflow
from hotline.guards import rosters as g
from hotline.models import DutyShift, Roster
from organizations.models import Duty

R, S = Roster.State, DutyShift.State
LEADER = {Duty.DUTY_LEADER}
ON_DUTY = {Duty.DUTY_LEADER, Duty.HOTLINE_OPERATOR}
COMPLETE = [
    g.covers_every_minute,
    g.nobody_leads_beside_another,
    g.lies_inside,
    g.has_operators,
    g.everybody_serves,
    g.law_officer_is_on_call,
    g.meets_no_other,
]

ROSTERS = Workflow(
    Roster,
    # verb, from, to, who, name, unless, unless then
    Step("plan", (), R.DRAFT, LEADER, _("Draw up a roster")),
    Step("add_shift", {R.DRAFT}, None, LEADER, _("Add a shift"), [g.is_own]),
    Step("publish", {R.DRAFT}, R.PUBLISHED, LEADER, pgettext_lazy("a roster", "Publish"), [g.is_own], COMPLETE),
    Step(
        "supersede",
        {R.PUBLISHED},
        R.SUPERSEDED,
        {Duty.SYSTEM},  # only by publishing another: a roster withdrawn by hand would leave nobody on duty
        _("Superseded by another roster"),
        [g.has_not_begun],
    ),
    purposes={
        Purpose.ONWARD: {"add_shift"},
    },
)

SHIFTS = Workflow(
    DutyShift,
    Step("drop", {S.PLANNED}, S.DROPPED, LEADER, _("Take the shift out"), [g.is_own, g.is_draft]),
    Step(
        "change",
        {S.PLANNED},
        None,
        LEADER,
        _("Change who is on it"),
        [g.is_own, g.is_not_superseded, g.is_not_over],
    ),
    Step(
        "hand_over",
        {S.PLANNED, S.HANDED_OVER},
        S.HANDED_OVER,
        ON_DUTY,
        _("Write the handover note"),
        [g.is_in_force, g.has_begun, g.is_on_it],
        [g.note_is_written],
    ),
    Step(
        "take_over",
        {S.HANDED_OVER},
        S.TAKEN_OVER,
        ON_DUTY,
        _("Sign and take over"),
        [g.is_in_force, g.comes_next],
    ),
    purposes={
        Purpose.END: {"drop"},
    },
)
