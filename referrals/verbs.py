"""Verb, action, form: from this table pages and API are made."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from referrals import actions, desk_forms, forms, incoming_forms
from referrals.content_forms import EditForm, ReferForm
from referrals.workflow import WORKFLOW
from supervision.forms import CorrectRecoveryForm, RecoveryForm

RECEPTION = Verb("receive", actions.receive, incoming_forms.ReceiveForm, opens=WORKFLOW)
CREATION = Verb("refer", actions.refer, ReferForm, opens=WORKFLOW)
VERBS = VerbTable(
    Verb("approve", actions.approve),
    Verb("send", actions.send),
    Verb("edit", actions.edit, EditForm),
    Verb("resend", actions.resend),
    Verb("hand_over", actions.hand_over, forms.HandOverForm),
    Verb("skip", actions.skip, ReasonForm),
    Verb("hand_over_on_paper", actions.hand_over_on_paper, forms.HandOverForm),
    Verb("acknowledge", actions.acknowledge, forms.AcknowledgeForm),
    Verb("accept", actions.accept, forms.AcceptForm),
    Verb("prolong", actions.prolong, ReasonForm),
    Verb("complete", actions.complete, forms.CompleteForm),
    Verb("return_referral", actions.return_referral, forms.ReturnForm),
    Verb("ask", actions.ask, desk_forms.AskForm),
    Verb("answer_question", actions.answer_question, desk_forms.AnswerForm),
    Verb("resend_notice", actions.resend_notice),
    Verb("withdraw_notice", actions.withdraw_notice, ReasonForm),
    Verb("take_note", actions.take_note),
    Verb("give_code", actions.give_code),
    Verb("resend_link", actions.resend_link),
    Verb("record_result", actions.record_result, forms.RecordForm),
    Verb("reroute", actions.reroute, forms.RerouteForm),
    Verb("close", actions.close, ReasonForm),
    Verb("sign_in", actions.sign_in, incoming_forms.SignInForm),
    Verb("open_case", actions.open_case, incoming_forms.OpenCaseForm),
    Verb("take_on", actions.take_on, incoming_forms.TakeOnForm),
    Verb("ask_other_side", actions.ask_other_side, incoming_forms.AskOtherSideForm),
    Verb("answer", actions.answer, forms.CompleteForm),
    Verb("send_back", actions.send_back, incoming_forms.SendBackForm),
    Verb("hand_back", actions.hand_back, incoming_forms.HandBackForm),
    Verb("take_back", actions.take_back, ReasonForm),
    Verb("record_recovery", actions.record_recovery, RecoveryForm),
    Verb("correct_recovery", actions.correct_recovery, CorrectRecoveryForm),
    Verb("attach", attach, PapersForm),
    Verb("recall", actions.recall, ReasonForm),
)
