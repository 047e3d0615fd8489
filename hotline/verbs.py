"""Verb, action and form of every step on calls and work orders."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms
from hotline.workflow import CALLS

REGISTER = Verb("register", actions.register, forms.RegisterForm, opens=CALLS)
REGISTER_LINE = Verb("register", actions.register_line, forms.RegisterForm, opens=CALLS)

CALL_VERBS = VerbTable(
    Verb("answer", actions.answer, forms.AnswerForm),
    Verb("open_order", actions.open_order, forms.OrderForm),
    Verb("close_non_case", actions.close_non_case, forms.NonCaseForm),
    Verb("attach", attach, PapersForm),
)

ORDER_VERBS = VerbTable(
    Verb("dispatch", actions.dispatch, forms.DispatchForm),
    Verb("sign_for", actions.sign_for),
    Verb("return_order", actions.return_order, ReasonForm),
    Verb("start", actions.start, forms.StartForm),
    Verb("extend", actions.extend, forms.ExtendForm),
    Verb("suspend", actions.suspend, ReasonForm),
    Verb("resume", actions.resume),
    Verb("open_case", actions.open_case, forms.CaseForm),
    Verb("open_matter", actions.open_matter, forms.MatterForm),
    Verb("give_feedback", actions.give_feedback, forms.FeedbackForm),
    Verb("record_attempt", actions.record_attempt),
    Verb("record_callback", actions.record_callback, forms.CallbackForm),
    Verb("send_back", actions.send_back, ReasonForm),
    Verb("redo", actions.redo, ReasonForm),
    Verb("close", actions.close),
    Verb("merge", actions.merge, forms.MergeForm),
    Verb("attach", attach, PapersForm),
)
