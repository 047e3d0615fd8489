"""The way of a joint matter: open until every authority has answered or was waived."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.purposes import Purpose
from casework.workflow import Act, Step, Workflow, attach_step
from referrals.models import JointMatter
from referrals.workflow import LEADERS, OFFICE

S = JointMatter.State


def every_answer_in(joint: Any, act: Act) -> str:
    """Concluding waits for all of them, or for a recorded waiver."""
    rows = joint.seats.select_related("referral__authority")
    missing = [str(seat.referral.authority) for seat in rows if not seat.is_settled]
    return _("Not answered yet: %(authorities)s.") % {"authorities": _(", ").join(missing)} if missing else ""


def somebody_asked(joint: Any, act: Act) -> str:
    return "" if joint.seats.exists() else _("No authority has a place in this matter.")


def answer_missing(joint: Any, act: Act) -> str:
    rows = joint.seats.select_related("referral")
    return "" if any(not seat.is_settled for seat in rows) else _("Every answer is in or was waived.")


JOINT = Workflow(
    JointMatter,
    # verb, from, to, who, name, unless
    Step("open_joint", set(), S.OPEN, OFFICE, gettext_lazy("Open a joint matter")),
    Step("add_authority", {S.OPEN}, None, OFFICE, gettext_lazy("Ask another authority")),
    Step("join", {S.OPEN}, None, OFFICE, gettext_lazy("Take in a referral of this file")),
    Step("waive", {S.OPEN}, None, LEADERS, gettext_lazy("Go on without an answer"), [answer_missing]),
    Step(
        "close_joint",
        {S.OPEN},
        S.CLOSED,
        OFFICE | LEADERS,
        gettext_lazy("Conclude the matter"),
        [somebody_asked, every_answer_in],
    ),
    attach_step({S.OPEN}, OFFICE),
    acts={"show_names": gettext_lazy("Page with names in full printed")},
    purposes={
        Purpose.RARE: {"waive", "join"},
    },
)
