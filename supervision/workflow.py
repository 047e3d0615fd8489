"""The tables of steps: what may be done with a matter, and with each of its documents."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casework.ledger import money_is_entered
from casework.purposes import Purpose
from casework.workflow import Guard, Step, Workflow, attach_step
from organizations.models import Duty
from supervision import guards as g
from supervision import matter_guards as m
from supervision.models import PartnerDocument, SupervisionDocument, SupervisionMatter
from supervision.querysets import RUNNING

M = SupervisionMatter.State
S = SupervisionDocument.State
SUPERVISOR, DIRECTOR, SIGNATORY, LIAISON = (
    Duty.SUPERVISOR,
    Duty.COMMITTEE_DIRECTOR,
    Duty.SIGNATORY,
    Duty.LIAISON,
)

P = PartnerDocument.State
SERVED: set[str] = {S.AWAITING_REPLY, S.REPLIED, S.VERIFYING, S.ESCALATED, S.CLOSED}

MATTERS = Workflow(
    SupervisionMatter,
    Step("open_matter", (), M.OPEN, {SUPERVISOR}, _("Open a supervision matter")),
    Step("open_from_order", (), M.OPEN, {Duty.CASE_OFFICER}, _("Opened from a work order of the hotline")),
    Step(
        "accept_complaint",
        {M.OPEN},
        None,
        {SUPERVISOR},
        _("Accept the complaint"),
        [m.decision_is_pending, m.free_of_interest],
        quiet=True,
    ),
    Step(
        "decline_complaint",
        {M.OPEN},
        M.DECLINED,
        {SUPERVISOR},
        _("Decline the complaint"),
        [m.decision_is_pending, m.free_of_interest],
        quiet=True,
    ),
    Step("give_notice", {M.DECLINED}, M.CLOSED, {SUPERVISOR, LIAISON}, _("Record the notice of refusal")),
    Step("investigate", {M.OPEN}, None, {SUPERVISOR}, _("Record an investigation"), [m.free_of_interest]),
    Step("add_evidence", {M.OPEN}, None, {SUPERVISOR}, _("Add evidence"), [m.free_of_interest]),
    Step(
        "draft_letters",
        {M.OPEN},
        None,
        {SUPERVISOR},
        _("Draft public letters by area and trade"),
        [m.concerns_everybody, m.free_of_interest],
        quiet=True,
    ),
    Step(
        "sign_letters",
        {M.OPEN},
        None,
        {SIGNATORY, DIRECTOR},
        _("Sign the public letters"),
        [m.letters_wait_for_signature],
        quiet=True,
    ),
    Step(
        "publish_letters",
        {M.OPEN},
        None,
        {LIAISON},
        _("Publish the public letters"),
        [m.letters_wait_for_publication],
        quiet=True,
    ),
    Step(
        "ask_county",
        {M.OPEN},
        None,
        {SUPERVISOR},
        _("Ask the county federation to recommend"),
        [m.county_has_to_recommend, m.opinion_has_failed, m.not_asked_yet, m.free_of_interest],
        quiet=True,
    ),
    Step("confirm_address", {M.OPEN}, None, {LIAISON, SUPERVISOR}, _("Record a confirmed electronic address")),
    Step(
        "revoke_address",
        {M.OPEN},
        None,
        {LIAISON, SUPERVISOR},
        _("Record that the confirmation was taken back"),
        [g.address_is_confirmed],
        quiet=True,
    ),
    Step(
        "declare_interest",
        {M.OPEN},
        None,
        {SUPERVISOR, DIRECTOR, SIGNATORY},
        _("Record a conflict of interest"),
    ),
    Step("restrict", set(M), None, {DIRECTOR}, _("Restrict to named officers")),
    Step("lift_restriction", set(M), None, {DIRECTOR}, _("Lift the restriction"), [m.is_restricted], quiet=True),
    Step("close", {M.OPEN}, M.CLOSED, {SUPERVISOR}, _("Close the matter"), [g.nothing_runs, g.partners_answered]),
    Step("conclude", {M.OPEN}, M.CLOSED, {Duty.SYSTEM}, _("Closed with its last document"), [g.nothing_runs]),
    attach_step({M.OPEN}, {SUPERVISOR, LIAISON}),
    acts={"take_out": _("File handed out as a whole")},
    purposes={
        Purpose.ONWARD: {"investigate", "draft_letters", "sign_letters", "publish_letters", "ask_county"},
        Purpose.PAPERS: {"add_evidence"},
        Purpose.END: {"close"},
        Purpose.RARE: {"revoke_address", "declare_interest", "restrict", "lift_restriction"},
    },
)


def step(
    verb: str,
    sources: set[str],
    target: str | None,
    duties: set[str],
    label: str | Promise,
    *guards: Guard,
    proofs: Sequence[Guard] = (),
) -> Step:
    """A row whose first guard asks whether this kind of document has the step at all."""
    return Step(verb, sources, target, duties, label, [g.belongs_to_kind(verb), *guards], proofs)


DOCUMENTS = Workflow(
    SupervisionDocument,
    # verb, from, to, who, name, unless
    Step(
        "create",
        (),
        S.DRAFT,
        {SUPERVISOR},
        _("Draft a document"),
        [g.matter_is_open, g.level_may_issue, g.nothing_else_runs, g.ladder_is_climbed, m.free_of_interest],
    ),
    step(
        "submit",
        {S.DRAFT},
        S.IN_REVIEW,
        {SUPERVISOR},
        _("Submit for review"),
        g.text_is_complete,
        g.season_lasts,
        g.investigated,
        m.free_of_interest,
        proofs=[g.no_interest],
    ),
    step("edit", {S.DRAFT, S.RETURNED_FOR_REVISION}, S.DRAFT, {SUPERVISOR}, _("Edit the draft"), m.free_of_interest),
    step(
        "approve",
        {S.IN_REVIEW},
        S.APPROVED,
        {SIGNATORY, DIRECTOR},
        _("Sign and number"),
        g.may_sign,
        g.signs_for_own_union,
        g.did_not_draft,
        g.text_is_complete,
        g.season_lasts,
        g.investigated,
        m.free_of_interest,
    ),
    step(
        "comment",
        {S.IN_REVIEW},
        None,
        {DIRECTOR, SIGNATORY},
        _("Comment on a paragraph"),
        g.signs_for_own_union,
        m.free_of_interest,
    ),
    step(
        "endorse",
        {S.IN_REVIEW},
        None,
        {DIRECTOR},
        _("Pass the review"),
        g.not_yet_endorsed,
        g.signs_for_own_union,
        g.did_not_draft,
        m.free_of_interest,
    ),
    step(
        "return_for_revision",
        {S.IN_REVIEW},
        S.RETURNED_FOR_REVISION,
        {DIRECTOR},
        _("Return for revision"),
        g.signs_for_own_union,
    ),
    step("seal", {S.APPROVED}, None, {LIAISON, SIGNATORY, Duty.SYSTEM}, _("Put the seal on"), g.not_yet_sealed),
    step("dispatch", {S.APPROVED}, S.DISPATCHED, {LIAISON}, _("Dispatch"), g.is_sealed),
    step("publish", {S.APPROVED}, S.CLOSED, {LIAISON}, _("Publish"), g.is_sealed),
    step(
        "record_service",
        {S.DISPATCHED},
        S.AWAITING_REPLY,
        {LIAISON},
        _("Record the service"),
        proofs=[g.service_is_dated],
    ),
    step(
        "correct_service",
        {S.AWAITING_REPLY},
        None,
        {LIAISON},
        _("Correct the day of service"),
    ),
    step("record_service_failure", {S.DISPATCHED}, S.SERVICE_FAILED, {LIAISON}, _("Record that service failed")),
    step("redispatch", {S.SERVICE_FAILED}, S.DISPATCHED, {LIAISON}, _("Dispatch again")),
    step(
        "record_refusal",
        {S.DISPATCHED},
        S.ESCALATED,
        {LIAISON, SUPERVISOR},
        _("Record the refusal to take it"),
        proofs=[g.refusal_is_proved],
    ),
    step("reply", {S.AWAITING_REPLY}, S.REPLIED, {LIAISON}, _("Record the reply")),
    step("docket", {S.AWAITING_REPLY}, S.REPLIED, {LIAISON}, _("Record that it was docketed")),
    step("decline_docket", {S.AWAITING_REPLY}, S.REPLIED, {LIAISON}, _("Record that it was not docketed")),
    step("remind", {S.AWAITING_REPLY}, None, {Duty.SYSTEM}, _("Reply falls due soon"), g.reminder_is_due),
    step("escalate", {S.AWAITING_REPLY}, S.ESCALATED, {SUPERVISOR}, _("Escalate"), g.reply_is_overdue),
    step("record_late_reply", {S.ESCALATED, S.CLOSED}, None, {LIAISON}, _("Record a late reply")),
    step("accept_reply", {S.REPLIED}, S.VERIFYING, {SUPERVISOR}, _("Accept the reply")),
    step("reject_reply", {S.REPLIED}, S.ESCALATED, {SUPERVISOR}, _("Find the reply inadequate")),
    step("uphold_objection", {S.REPLIED}, S.CLOSED, {DIRECTOR}, _("Uphold the objection"), g.objection_was_made),
    step("record_result", {S.REPLIED}, S.CLOSED, {LIAISON}, _("Record the authority's result")),
    step("verify", {S.VERIFYING}, S.CLOSED, {SUPERVISOR}, _("Confirm the correction")),
    step(
        "verify_failed",
        {S.VERIFYING},
        S.ESCALATED,
        {SUPERVISOR},
        _("Find the correction missing"),
        g.correction_is_overdue,
    ),
    step("record_recovery", SERVED, None, {SUPERVISOR, LIAISON}, _("Enter money received")),
    Step(
        "correct_recovery",
        SERVED,
        None,
        {SUPERVISOR, LIAISON},
        _("Take an entry of money back"),
        [g.belongs_to_kind("correct_recovery"), money_is_entered],
        quiet=True,
    ),
    step(
        "withdraw",
        set(RUNNING),
        S.WITHDRAWN,
        {SIGNATORY},
        _("Withdraw"),
        g.signs_for_own_union,
        proofs=[g.withdrawal_is_served],
    ),
    step("void", {S.APPROVED}, S.VOID, {SIGNATORY}, _("Declare void"), g.signs_for_own_union),
    attach_step(RUNNING, {SUPERVISOR, LIAISON}),
    purposes={
        Purpose.ONWARD: {"endorse", "seal"},
        Purpose.MONEY: {"record_recovery"},
        Purpose.END: {"withdraw", "void"},
        Purpose.RARE: {"correct_service", "correct_recovery"},
    },
)

PARTNERS = Workflow(
    PartnerDocument,
    Step("record_partner", (), P.AWAITING, {SUPERVISOR, LIAISON}, _("Record a partner's document"), [g.matter_is_open]),
    Step("record_answer", {P.AWAITING}, P.ANSWERED, {SUPERVISOR, LIAISON}, _("Record the reply")),
    Step("urge", {P.AWAITING}, None, {SUPERVISOR, LIAISON}, _("Ask the partner to press"), [g.partner_is_overdue]),
    Step("finish", {P.AWAITING, P.ANSWERED}, P.CLOSED, {SUPERVISOR, LIAISON}, _("Close with the result")),
    attach_step({P.AWAITING, P.ANSWERED}, {SUPERVISOR, LIAISON}),
    purposes={
        Purpose.ONWARD: {"urge"},
    },
)
