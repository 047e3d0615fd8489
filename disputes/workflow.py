"""The life of a dispute case as one table, row by row as the practice has it."""

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step, Workflow, attach_step
from disputes import guards as g
from disputes.models import DisputeCase
from organizations.models import Duty

S = DisputeCase.State
D = Duty
OFFICERS = {D.CASE_OFFICER}
MEDIATORS = {D.MEDIATOR}
COUNTER = {D.CASE_OFFICER, D.HOTLINE_OPERATOR, D.DUTY_LEADER, D.LIAISON}
IN_HAND = {S.ACCEPTED, S.ASSIGNED, S.MEDIATING, S.SUSPENDED}
ENDED = {S.CONCLUDED, S.PERFORMING, S.CLOSED_OUT, S.ARCHIVED, S.DECLINED}

WORKFLOW = Workflow(
    # verb, from, to, who, label, unless, proved by
    Step("apply", (), S.APPLIED, COUNTER, _("Take the application")),
    Step("ask_for_papers", {S.APPLIED}, S.AWAITING_SUPPLEMENT, OFFICERS, _("Ask for missing papers")),
    Step("supply_papers", {S.AWAITING_SUPPLEMENT}, S.APPLIED, OFFICERS, _("Papers were supplied")),
    Step("accept", {S.APPLIED}, S.ACCEPTED, OFFICERS, _("Accept"), [g.both_sides_named, g.within_legal_scope]),
    Step("decline", {S.APPLIED, S.AWAITING_SUPPLEMENT}, S.DECLINED, OFFICERS, _("Refuse to accept")),
    Step("transfer", {S.APPLIED}, S.CONCLUDED, OFFICERS, _("Transfer to another body")),
    Step(
        "assign",
        {S.ACCEPTED},
        S.ASSIGNED,
        OFFICERS,
        _("Assign a mediator"),
        proofs=[
            g.mediator_present,
            g.mediator_serves_here,
            g.mediator_is_certified,
            g.mediator_has_room,
            g.mediator_is_not_recused,
        ],
    ),
    Step("recuse", {S.ASSIGNED}, S.ACCEPTED, OFFICERS, _("Recuse the mediator")),
    Step("hold_meeting", {S.ASSIGNED, S.MEDIATING}, S.MEDIATING, MEDIATORS, _("Record a meeting")),
    Step("extend", {S.MEDIATING}, None, MEDIATORS, _("Extend by consent of both sides"), [g.before_the_last_day]),
    Step("suspend", {S.MEDIATING}, S.SUSPENDED, MEDIATORS, _("Suspend")),
    Step("resume", {S.SUSPENDED}, S.MEDIATING, MEDIATORS, _("Resume")),
    Step(
        "agree",
        {S.MEDIATING},
        S.CONCLUDED,
        MEDIATORS,
        _("Agreement reached"),
        [g.a_meeting_was_held],
        [g.everybody_signed, g.instalments_make_the_sum],
    ),
    Step(
        "reconcile",
        {S.MEDIATING},
        S.CONCLUDED,
        MEDIATORS,
        _("Settled by the parties"),
        proofs=[g.instalments_make_the_sum],
    ),
    Step("fail", {S.MEDIATING}, S.CONCLUDED, MEDIATORS, _("No agreement")),
    Step("withdraw", IN_HAND, S.CONCLUDED, OFFICERS | MEDIATORS, _("Application withdrawn")),
    Step("terminate", IN_HAND, S.CONCLUDED, OFFICERS | MEDIATORS, _("Terminate")),
    Step(
        "start_performance", {S.CONCLUDED}, S.PERFORMING, {D.SYSTEM}, _("Performance begins"), [g.an_agreement_exists]
    ),
    Step(
        "record_payment",
        {S.PERFORMING},
        None,
        OFFICERS | MEDIATORS,
        _("Record a payment"),
        [g.something_is_left_to_pay],
        [g.not_paid_too_much],
    ),
    Step(
        "close_out",
        {S.CONCLUDED, S.PERFORMING},
        S.CLOSED_OUT,
        OFFICERS | MEDIATORS,
        _("Close out"),
        [g.nothing_is_left_to_pay],
    ),
    Step("archive", {S.CLOSED_OUT}, S.ARCHIVED, {D.ARCHIVIST}, _("Archive")),
    attach_step(set(S) - {S.ARCHIVED}, OFFICERS | MEDIATORS),
)
