"""The steps of a roster and of its shifts with action and form."""

from __future__ import annotations

from casework.verbs import Verb, VerbTable
from hotline.actions import rosters
from hotline.forms import rosters as forms
from hotline.workflow import ROSTERS

PLAN_ROSTER = Verb("plan", rosters.plan, forms.RosterForm, opens=ROSTERS)

ROSTER_VERBS = VerbTable(
    Verb("add_shift", rosters.add_shift, forms.ShiftForm),
    Verb("publish", rosters.publish, forms.PublishForm),
)

SHIFT_VERBS = VerbTable(
    Verb("drop", rosters.drop),
    Verb("change", rosters.change, forms.ChangeForm),
    Verb("hand_over", rosters.hand_over, forms.HandoverForm),
    Verb("take_over", rosters.take_over),
)
