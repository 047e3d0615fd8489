"""Verb, action and form of every step on calls, work orders and articles."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms
from hotline.actions import quality
from hotline.forms import quality as quality_forms
from hotline.workflow import CALLS, KNOWLEDGE, REVIEWS

REGISTER = Verb("register", actions.register, forms.RegisterForm, opens=CALLS)

CALL_VERBS = VerbTable(
    Verb("answer", actions.answer, forms.AnswerForm),
    Verb("open_order", actions.open_order, forms.OrderForm),
    Verb("close_non_case", actions.close_non_case, forms.NonCaseForm),
    Verb("link_case", actions.link_case, forms.LinkCaseForm),
    Verb("unlink_case", actions.unlink_case, forms.UnlinkCaseForm),
    Verb("attach", attach, PapersForm),
)

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

DRAFT_ARTICLE = Verb("draft", actions.draft_article, forms.ArticleForm, opens=KNOWLEDGE)

KNOWLEDGE_VERBS = VerbTable(
    Verb("edit", actions.edit_draft, forms.ArticleForm),
    Verb("publish", actions.publish),
    Verb("discard", actions.discard, ReasonForm),
    Verb("revise", actions.revise, forms.ArticleForm),
    Verb("withdraw", actions.withdraw, ReasonForm),
)

DRAW = Verb("draw", quality.draw, quality_forms.DrawForm, opens=REVIEWS)

REVIEW_VERBS = VerbTable(
    Verb("score", quality.score, quality_forms.ScoreForm),
    Verb("accept", quality.accept),
    Verb("appeal", quality.appeal, quality_forms.AppealForm),
    Verb("decide", quality.decide, quality_forms.DecideForm),
)
