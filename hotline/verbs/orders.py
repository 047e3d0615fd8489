"""The steps of a work order with action and form."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms

ORDER_VERBS = VerbTable(
    Verb("dispatch", actions.dispatch, forms.DispatchForm),
    Verb("sign_for", actions.sign_for),
    Verb("return_order", actions.return_order, forms.ReturnForm),
    Verb("start", actions.start, forms.StartForm),
    Verb("ask_extension", actions.ask_extension, forms.ExtendForm),
    Verb("refuse_extension", actions.refuse_extension, ReasonForm),
    Verb("extend", actions.extend, forms.ExtendForm),
    Verb("suspend", actions.suspend, forms.SuspendForm),
    Verb("resume", actions.resume),
    Verb("open_case", actions.open_case, forms.CaseForm),
    Verb("open_matter", actions.open_matter, forms.MatterForm),
    Verb("give_feedback", actions.give_feedback, forms.FeedbackForm),
    Verb("plan_callback", actions.plan_callback, forms.PlanForm),
    Verb("record_attempt", actions.record_attempt),
    Verb("record_callback", actions.record_callback, forms.CallbackForm),
    Verb("send_back", actions.send_back, ReasonForm),
    Verb("redo", actions.redo, ReasonForm),
    Verb("close", actions.close),
    Verb("link_case", actions.link_case, forms.LinkCaseForm),
    Verb("unlink_case", actions.unlink_case, forms.UnlinkCaseForm),
    Verb("press", actions.press, forms.PressForm),
    Verb("report_progress", actions.report_progress, forms.ProgressForm),
    Verb("merge", actions.merge, forms.MergeForm),
    Verb("attach", attach, PapersForm),
)
