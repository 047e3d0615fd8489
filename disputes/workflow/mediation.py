"""The mediator, the meetings and the time they have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.mediation import (
    a_mediator_can_be_named,
    mediator_has_room,
    mediator_is_certified,
    mediator_is_of_this_area,
    mediator_serves,
    mediator_was_not_recused,
)
from disputes.querysets import IN_HAND as IN_HAND_STATES
from disputes.workflow.words import DAYS, DIRECTOR, MEDIATOR, OFFICER, S

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
            *DAYS,
        ],
    ),
    Step("release", {S.ASSIGNED}, S.ACCEPTED, {OFFICER, DIRECTOR}, _("Release from the mediator")),
    Step("recuse", {S.ASSIGNED}, S.ACCEPTED, {OFFICER, DIRECTOR, MEDIATOR}, _("Record a recusal")),
    Step("hold_meeting", {S.ASSIGNED, S.MEDIATING}, S.MEDIATING, {MEDIATOR}, _("Record a mediation meeting")),
    Step("extend", {S.MEDIATING}, None, {MEDIATOR}, _("Extend the time limit")),
    Step("suspend", {S.MEDIATING}, S.SUSPENDED, {MEDIATOR}, _("Suspend")),
    Step("resume", {S.SUSPENDED}, S.MEDIATING, {MEDIATOR}, _("Resume")),
    Step("rate", IN_HAND_STATES, None, {OFFICER, MEDIATOR, DIRECTOR}, _("Set the urgency")),
]
