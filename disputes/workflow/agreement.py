"""What was agreed, and its performance."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.agreement import (
    every_claim_is_settled,
    everybody_signed,
    instalments_follow_the_signatures,
    instalments_make_the_sum,
    not_everything_is_paid,
    something_is_to_be_paid,
)
from disputes.guards.claims import the_roster_makes_the_agreed_sums
from disputes.workflow.words import DAYS, MEDIATOR, OFFICER, S
from organizations.models import Duty

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step(
        "agree",
        {S.MEDIATING},
        S.CONCLUDED,
        {MEDIATOR},
        _("Record the agreement"),
        [],
        [
            everybody_signed,
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
]
