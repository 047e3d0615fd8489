"""The steps of a call with action and form."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms
from hotline.forms.incidents import FollowForm
from hotline.workflow import CALLS

REGISTER = Verb("register", actions.register, forms.RegisterForm, opens=CALLS)
REGISTER_LINE = Verb("register", actions.register_line, forms.RegisterForm, opens=CALLS)

CALL_VERBS = VerbTable(
    Verb("take_on", actions.take_on, forms.TakeOnForm),
    Verb("answer", actions.answer, forms.AnswerForm),
    Verb("open_order", actions.open_order, forms.OrderForm),
    Verb("follow", actions.follow, FollowForm),
    Verb("close_non_case", actions.close_non_case, forms.NonCaseForm),
    Verb("link_case", actions.link_case, forms.LinkCaseForm),
    Verb("unlink_case", actions.unlink_case, forms.UnlinkCaseForm),
    Verb("flag_caller", actions.flag_caller, forms.FlagForm),
    Verb("end_flag", actions.end_flag, forms.EndFlagForm),
    Verb("issue_code", actions.issue_code),
    Verb("attach", attach, PapersForm),
)
