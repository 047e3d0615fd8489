"""From the application to the decision on it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.application import (
    both_sides_are_willing,
    ground_is_named_by_law,
    handled_in_own_area,
    in_own_region_or_assigned,
    not_excluded,
    not_pending_elsewhere,
    papers_were_not_asked_for,
    sides_are_named,
    supplement_time_is_over,
    within_legal_scope,
)
from disputes.querysets import INTAKE
from disputes.workflow.words import COUNTER, DAYS, OFFICER, S
from organizations.models import Duty

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step("apply", (), S.APPLIED, COUNTER, _("New case"), [handled_in_own_area], DAYS),
    Step(
        "accept",
        {S.APPLIED},
        S.ACCEPTED,
        {OFFICER},
        _("Accept"),
        [
            sides_are_named,
            ground_is_named_by_law,
            not_excluded,
            within_legal_scope,
            not_pending_elsewhere,
            in_own_region_or_assigned,
        ],
        [both_sides_are_willing, *DAYS],
    ),
    Step(
        "ask_for_papers",
        {S.APPLIED},
        S.AWAITING_SUPPLEMENT,
        {OFFICER},
        _("Ask for missing papers"),
        [papers_were_not_asked_for],
    ),
    Step("supply_papers", {S.AWAITING_SUPPLEMENT}, S.APPLIED, {OFFICER}, _("Record the papers supplied")),
    Step(
        "lapse",
        {S.AWAITING_SUPPLEMENT},
        S.DECLINED,
        {Duty.SYSTEM},
        _("Lapsed: the papers did not come"),
        [supplement_time_is_over],
    ),
    Step("decline", {S.APPLIED}, S.DECLINED, {OFFICER}, _("Refuse to accept")),
    Step("transfer", {S.APPLIED}, S.CONCLUDED, {OFFICER, Duty.SYSTEM}, _("Pass to another body"), [], DAYS),
    Step("amend", INTAKE, None, {OFFICER}, _("Correct the application")),
]
