"""What was agreed, and its performance."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.agreement import (
    a_payment_is_overdue,
    every_claim_is_settled,
    every_side_signed,
    everybody_signed,
    instalments_follow_the_signatures,
    instalments_make_the_sum,
    no_way_is_open,
    not_everything_is_paid,
    something_is_to_be_paid,
    something_was_paid,
    was_agreed,
)
from disputes.guards.claims import the_roster_makes_the_agreed_sums
from disputes.workflow.words import DAYS, LIAISON, MEDIATOR, OFFICER, S
from organizations.models import Duty

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step("draft_agreement", {S.MEDIATING}, None, {MEDIATOR}, _("Draft the agreement")),
    Step(
        "agree",
        {S.MEDIATING},
        S.CONCLUDED,
        {MEDIATOR},
        _("Record the agreement"),
        [],
        [
            everybody_signed,
            every_side_signed,
            every_claim_is_settled,
            instalments_make_the_sum,
            instalments_follow_the_signatures,
            the_roster_makes_the_agreed_sums,
            *DAYS,
        ],
    ),
    Step(
        "reconcile",
        {S.MEDIATING},
        S.CONCLUDED,
        {MEDIATOR},
        _("Settled by the parties themselves"),
        [],
        [every_claim_is_settled, instalments_make_the_sum, instalments_follow_the_signatures, *DAYS],
    ),
    Step(
        "start_performance",
        {S.CONCLUDED},
        S.PERFORMING,
        {Duty.SYSTEM},
        _("Performance begins"),
        [something_is_to_be_paid],
    ),
    Step(
        "record_payment",
        {S.PERFORMING},
        None,
        {OFFICER, MEDIATOR},
        _("Record a payment"),
        [not_everything_is_paid],
    ),
    Step(
        "correct_payment",
        {S.PERFORMING},
        None,
        {OFFICER, MEDIATOR},
        _("Take back a payment"),
        [something_was_paid],
    ),
    Step(
        "mention_payment",
        {S.PERFORMING, S.CLOSED_OUT},
        None,
        {OFFICER, MEDIATOR},
        _("Link a payment named elsewhere"),
        [something_was_paid],
    ),
    Step("follow_up", {S.PERFORMING}, None, {OFFICER, MEDIATOR}, _("Record a follow-up"), [not_everything_is_paid]),
    Step("note_default", {S.PERFORMING}, None, {Duty.SYSTEM}, _("In default"), [a_payment_is_overdue]),
    Step(
        "open_route",
        {S.CONCLUDED, S.PERFORMING},
        None,
        {OFFICER, MEDIATOR, LIAISON},
        _("Take a way after the agreement"),
        [was_agreed, no_way_is_open],
    ),
]
