"""Verb, action and form of every step on calls and work orders."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from hotline import actions, forms
from hotline.actions import incidents, reports, rosters, surge
from hotline.forms import incidents as incident_forms
from hotline.forms import rosters as roster_forms
from hotline.workflow import CALLS, INCIDENTS, ROSTERS

REGISTER = Verb("register", actions.register, forms.RegisterForm, opens=CALLS)

CALL_VERBS = VerbTable(
    Verb("answer", actions.answer, forms.AnswerForm),
    Verb("open_order", actions.open_order, forms.OrderForm),
    Verb("follow", actions.follow, incident_forms.FollowForm),
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

PLAN_ROSTER = Verb("plan", rosters.plan, roster_forms.PlanForm, opens=ROSTERS)

ROSTER_VERBS = VerbTable(
    Verb("add_shift", rosters.add_shift, roster_forms.ShiftForm),
    Verb("publish", rosters.publish, roster_forms.PublishForm),
)

SHIFT_VERBS = VerbTable(
    Verb("drop", rosters.drop),
    Verb("change", rosters.change, roster_forms.ChangeForm),
    Verb("hand_over", rosters.hand_over, roster_forms.HandoverForm),
    Verb("take_over", rosters.take_over),
)

ENTER_INCIDENT = Verb("report", incidents.report, incident_forms.EnterForm, opens=INCIDENTS)

INCIDENT_VERBS = VerbTable(
    Verb("confirm", incidents.confirm, incident_forms.IncidentForm),
    Verb("dismiss", incidents.dismiss, ReasonForm),
    Verb("give_report", reports.give_report, incident_forms.ReportForm),
    Verb("amend", incidents.amend, incident_forms.IncidentForm),
    Verb("link", incidents.link, incident_forms.LinkForm),
    Verb("open_sheet", surge.open_sheet, incident_forms.SheetForm),
    Verb("close_sheet", surge.close_sheet),
    Verb("settle", incidents.settle, ReasonForm),
    Verb("flare_up", incidents.flare_up, ReasonForm),
    Verb("close", incidents.close),
    Verb("attach", attach, PapersForm),
)

REGISTER_ONE = Verb("register_one", surge.register_one, incident_forms.SurgeForm)
