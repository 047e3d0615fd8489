"""The way of a dispute case: who may take which step from where, and on what condition."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step, Workflow, attach_step
from disputes import guards as g
from disputes.models import DisputeCase
from organizations.models import Duty

S = DisputeCase.State
OFFICER, MEDIATOR, DIRECTOR, LIAISON = Duty.CASE_OFFICER, Duty.MEDIATOR, Duty.COMMITTEE_DIRECTOR, Duty.LIAISON
COUNTER = {OFFICER, LIAISON, Duty.HOTLINE_OPERATOR, Duty.DUTY_LEADER}
IN_HAND = {S.ACCEPTED, S.ASSIGNED, S.MEDIATING}
DAYS = [g.days_follow_each_other]

WORKFLOW = Workflow(
    DisputeCase,
    # verb, from, to, who, name, unless, unless then
    Step("apply", (), S.APPLIED, COUNTER, _("New case"), [g.handled_in_own_area], DAYS),
    Step(
        "accept",
        {S.APPLIED},
        S.ACCEPTED,
        {OFFICER},
        _("Accept"),
        [g.sides_are_named, g.within_legal_scope, g.not_pending_elsewhere],
        [g.both_sides_are_willing, *DAYS],
    ),
    Step("ask_for_papers", {S.APPLIED}, S.AWAITING_SUPPLEMENT, {OFFICER}, _("Ask for missing papers")),
    Step("supply_papers", {S.AWAITING_SUPPLEMENT}, S.APPLIED, {OFFICER}, _("Record the papers supplied")),
    Step(
        "lapse",
        {S.AWAITING_SUPPLEMENT},
        S.DECLINED,
        {Duty.SYSTEM},
        _("Lapsed: the papers did not come"),
        [g.supplement_time_is_over],
    ),
    Step("decline", {S.APPLIED}, S.DECLINED, {OFFICER}, _("Refuse to accept")),
    Step("transfer", {S.APPLIED}, S.CONCLUDED, {OFFICER}, _("Pass to another body"), [], DAYS),
    Step(
        "assign",
        {S.ACCEPTED},
        S.ASSIGNED,
        {OFFICER, DIRECTOR},
        _("Assign a mediator"),
        [g.a_mediator_can_be_named],
        [
            g.mediator_serves,
            g.mediator_is_of_this_area,
            g.mediator_is_certified,
            g.mediator_has_room,
            g.mediator_was_not_recused,
            *DAYS,
        ],
    ),
    Step(
        "agree",
        {S.MEDIATING},
        S.CONCLUDED,
        {MEDIATOR},
        _("Record the agreement"),
        [],
        [
            g.everybody_signed,
            g.every_claim_is_settled,
            g.instalments_make_the_sum,
            g.instalments_follow_the_signatures,
            *DAYS,
        ],
    ),
    Step("hold_meeting", {S.ASSIGNED, S.MEDIATING}, S.MEDIATING, {MEDIATOR}, _("Record a mediation meeting")),
    Step("recuse", {S.ASSIGNED}, S.ACCEPTED, {OFFICER, DIRECTOR, MEDIATOR}, _("Record a recusal")),
    Step(
        "reconcile",
        {S.MEDIATING},
        S.CONCLUDED,
        {MEDIATOR},
        _("Settled by the parties themselves"),
        [],
        [g.every_claim_is_settled, g.instalments_make_the_sum, g.instalments_follow_the_signatures, *DAYS],
    ),
    Step("extend", {S.MEDIATING}, None, {MEDIATOR}, _("Extend the time limit")),
    Step("suspend", {S.MEDIATING}, S.SUSPENDED, {MEDIATOR}, _("Suspend")),
    Step("resume", {S.SUSPENDED}, S.MEDIATING, {MEDIATOR}, _("Resume")),
    Step("fail", {S.MEDIATING}, S.CONCLUDED, {MEDIATOR}, _("End without agreement"), [], DAYS),
    Step("withdraw", IN_HAND, S.CONCLUDED, {OFFICER, MEDIATOR}, _("Record the withdrawal"), [], DAYS),
    Step("terminate", IN_HAND, S.CONCLUDED, {OFFICER, MEDIATOR}, _("Terminate"), [], DAYS),
    Step(
        "start_performance",
        {S.CONCLUDED},
        S.PERFORMING,
        {Duty.SYSTEM},
        _("Performance begins"),
        [g.something_is_to_be_paid],
    ),
    Step(
        "record_payment",
        {S.PERFORMING},
        None,
        {OFFICER, MEDIATOR},
        _("Record a payment"),
        [g.not_everything_is_paid],
    ),
    Step(
        "close_out",
        {S.CONCLUDED, S.PERFORMING},
        S.CLOSED_OUT,
        {OFFICER, MEDIATOR},
        _("Close the case"),
        [g.everything_is_paid],
        DAYS,
    ),
    Step("archive", {S.CLOSED_OUT}, S.ARCHIVED, {Duty.ARCHIVIST}, _("Archive"), [g.papers_are_there], DAYS),
    attach_step(set(S) - {S.ARCHIVED}, {OFFICER, MEDIATOR, DIRECTOR, LIAISON, Duty.ARCHIVIST}),
)
