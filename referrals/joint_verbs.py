"""Verb, action, form of joint matters."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm
from casework.verbs import Verb, VerbTable
from referrals import joint_forms as forms
from referrals.actions import joint as actions
from referrals.joint_workflow import JOINT

OPENING = Verb("open_joint", actions.open_joint, forms.OpenJointForm, opens=JOINT)
JOINT_VERBS = VerbTable(
    Verb("add_authority", actions.add_authority, forms.AddAuthorityForm),
    Verb("join", actions.join, forms.JoinForm),
    Verb("waive", actions.waive, forms.WaiveForm),
    Verb("close_joint", actions.close_joint, forms.CloseJointForm),
    Verb("attach", attach, PapersForm),
)
