"""The way of what authorities send to the union: signed for here, taken on, answered, handed back.

The states are those of the general form; the sides have changed places.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from organizations.models import Duty
from referrals import guards
from referrals.models import Referral

S = Referral.State
UNION = {Duty.LIAISON, Duty.CASE_OFFICER, Duty.SYSTEM}
SENDER = {Duty.AUTHORITY_OFFICER, Duty.SYSTEM}
RECEIVED = {S.SENT, S.ACKNOWLEDGED}
INCOMING = [guards.came_in]

STEPS = [
    # verb, from, to, who, name, unless
    Step("receive", set(), S.SENT, UNION | SENDER, _("Enter a referral to the union")),
    Step("sign_in", {S.SENT}, S.ACKNOWLEDGED, UNION, _("Sign for what came"), INCOMING, quiet=True),
    Step(
        "open_case",
        RECEIVED,
        S.ACKNOWLEDGED,
        {Duty.LIAISON, Duty.CASE_OFFICER},
        _("Open a dispute case from it"),
        [*INCOMING, guards.opens_a_case, guards.case_not_opened],
        quiet=True,
    ),
    Step(
        "take_on",
        {S.ACKNOWLEDGED},
        S.ACCEPTED,
        UNION,
        _("Take on what came"),
        [*INCOMING, guards.case_decides],
        quiet=True,
    ),
    Step("ask_other_side", {S.ACCEPTED}, None, UNION, _("Other side asked"), [guards.other_side_not_asked], quiet=True),
    Step(
        "answer", {S.ACCEPTED}, S.COMPLETED, UNION, _("Answer the sender"), [*INCOMING, guards.case_ended], quiet=True
    ),
    Step(
        "send_back",
        RECEIVED,
        S.RETURNED,
        UNION,
        _("Send back to the authority"),
        [*INCOMING, guards.case_not_running],
        quiet=True,
    ),
    Step(
        "hand_back", {S.COMPLETED, S.RETURNED}, S.CLOSED, UNION, _("Answer handed to the sender"), INCOMING, quiet=True
    ),
    Step(
        "take_back",
        RECEIVED | {S.ACCEPTED},
        S.RECALLED,
        SENDER,
        _("Withdraw what was sent to the union"),
        INCOMING,
        quiet=True,
    ),
]

# What the sender may read of the history on its own desk.
SHARED_ACTS = {"receive", "sign_in", "take_on", "answer", "send_back", "hand_back", "take_back"}
