"""The mediator, the meetings and the time they have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.mediation import (
    a_mediator_can_be_named,
    a_meeting_is_ahead,
    assignment_waits_for_confirmation,
    mediator_has_no_conflict,
    mediator_has_room,
    mediator_is_certified,
    mediator_is_of_this_area,
    mediator_is_on_the_roster,
    mediator_serves,
    mediator_was_not_recused,
    minutes_wait_for_signatures,
    time_is_left,
    time_limit_is_reached,
)
from disputes.querysets import IN_HAND as IN_HAND_STATES
from disputes.workflow.words import DAYS, DIRECTOR, MEDIATOR, OFFICER, S
from organizations.models import Duty

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step(
        "assign",
        {S.ACCEPTED},
        S.ASSIGNED,
        {OFFICER, DIRECTOR},
        _("Assign a mediator"),
        [a_mediator_can_be_named],
        [
            mediator_serves,
            mediator_is_of_this_area,
            mediator_is_certified,
            mediator_has_room,
            mediator_was_not_recused,
            mediator_has_no_conflict,
            mediator_is_on_the_roster,
            *DAYS,
        ],
    ),
    Step(
        "confirm",
        {S.ASSIGNED},
        None,
        {MEDIATOR},
        _("Confirm the assignment"),
        [assignment_waits_for_confirmation],
        quiet=True,
    ),
    Step("take_back", {S.ASSIGNED}, S.ACCEPTED, {OFFICER, DIRECTOR}, _("Release from the mediator")),
    Step("hold_meeting", {S.ASSIGNED, S.MEDIATING}, S.MEDIATING, {MEDIATOR}, _("Record a mediation meeting")),
    Step("propose_meeting", {S.ASSIGNED, S.MEDIATING}, None, {MEDIATOR}, _("Appoint a meeting"), [time_is_left]),
    Step(
        "notify_meeting",
        {S.ASSIGNED, S.MEDIATING},
        None,
        {OFFICER, MEDIATOR},
        _("Record that the parties were told of the meeting"),
        [a_meeting_is_ahead],
    ),
    Step(
        "meeting_not_held",
        {S.ASSIGNED, S.MEDIATING},
        None,
        {MEDIATOR},
        _("Record that the meeting was not held"),
        [a_meeting_is_ahead],
    ),
    Step(
        "sign_minutes",
        {S.MEDIATING, S.SUSPENDED, S.CONCLUDED, S.PERFORMING},
        None,
        {MEDIATOR},
        _("Record the signed minutes"),
        [minutes_wait_for_signatures],
    ),
    Step("recuse", {S.ASSIGNED}, S.ACCEPTED, {OFFICER, DIRECTOR, MEDIATOR}, _("Record a recusal")),
    Step("keep_mediator", {S.ASSIGNED}, None, {OFFICER, DIRECTOR}, _("Recusal asked for, the mediator stays")),
    Step("extend", {S.MEDIATING}, None, {MEDIATOR}, _("Extend the time limit")),
    Step("suspend", {S.MEDIATING}, S.SUSPENDED, {MEDIATOR}, _("Suspend")),
    Step("resume", {S.SUSPENDED}, S.MEDIATING, {MEDIATOR}, _("Resume")),
    Step(
        "propose_failure",
        {S.ASSIGNED, S.MEDIATING},
        None,
        {Duty.SYSTEM},
        _("The time limit is reached: to be ended or extended"),
        [time_limit_is_reached],
    ),
    Step("rate", IN_HAND_STATES, None, {OFFICER, MEDIATOR, DIRECTOR}, _("Set the urgency")),
]
