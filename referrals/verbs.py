"""Verb, action, form: from this table pages and API are made."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from referrals import actions, forms
from referrals.content_forms import EditForm, ReferForm
from referrals.workflow import WORKFLOW

CREATION = Verb("refer", actions.refer, ReferForm, opens=WORKFLOW)
VERBS = VerbTable(
    Verb("approve", actions.approve),
    Verb("send", actions.send),
    Verb("edit", actions.edit, EditForm),
    Verb("resend", actions.resend),
    Verb("skip", actions.skip, ReasonForm),
    Verb("hand_over_on_paper", actions.hand_over_on_paper, forms.HandOverForm),
    Verb("acknowledge", actions.acknowledge, forms.AcknowledgeForm),
    Verb("accept", actions.accept, forms.AcceptForm),
    Verb("prolong", actions.prolong, ReasonForm),
    Verb("complete", actions.complete, forms.CompleteForm),
    Verb("return_referral", actions.return_referral, forms.ReturnForm),
    Verb("record_result", actions.record_result, forms.RecordForm),
    Verb("reroute", actions.reroute, forms.RerouteForm),
    Verb("close", actions.close, ReasonForm),
    Verb("attach", attach, PapersForm),
    Verb("recall", actions.recall, ReasonForm),
)
