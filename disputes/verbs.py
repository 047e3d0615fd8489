"""Each step of a dispute case with its action and its form."""

from __future__ import annotations

from casework.forms import PapersForm
from casework.verbs import Verb, VerbTable
from disputes import actions, forms
from disputes.workflow import WORKFLOW

CREATION = Verb("apply", actions.apply, forms.ApplyForm, opens=WORKFLOW)
VERBS = VerbTable(
    Verb("ask_for_papers", actions.ask_for_papers, forms.AskForm),
    Verb("supply_papers", actions.supply_papers, forms.SupplyForm),
    Verb("accept", actions.accept, forms.AcceptForm),
    Verb("decline", actions.decline, forms.DeclineForm),
    Verb("transfer", actions.transfer, forms.TransferForm),
    Verb("assign", actions.assign, forms.AssignForm),
    Verb("recuse", actions.recuse, forms.RecuseForm),
    Verb("hold_meeting", actions.hold_meeting, forms.MeetingForm),
    Verb("extend", actions.extend, forms.ExtendForm),
    Verb("suspend", actions.suspend, forms.SuspendForm),
    Verb("resume", actions.resume, forms.ResumeForm),
    Verb("draft_agreement", actions.draft_agreement, forms.DraftAgreementForm),
    Verb("agree", actions.agree, forms.AgreeForm),
    Verb("reconcile", actions.reconcile, forms.ReconcileForm),
    Verb("fail", actions.fail, forms.FailForm),
    Verb("withdraw", actions.withdraw, forms.WithdrawForm),
    Verb("terminate", actions.terminate, forms.TerminateForm),
    Verb("record_payment", actions.record_payment, forms.PaymentForm),
    Verb("correct_payment", actions.correct_payment, forms.CorrectPaymentForm),
    Verb("mention_payment", actions.mention_payment, forms.MentionPaymentForm),
    Verb("follow_up", actions.follow_up, forms.FollowUpForm),
    Verb("open_route", actions.open_route, forms.OpenRouteForm),
    Verb("close_out", actions.close_out, forms.CloseOutForm),
    Verb("archive", actions.archive, forms.ArchiveForm),
    Verb("issue_document", actions.issue_document, forms.IssueForm),
    Verb("attach", actions.attach, PapersForm),
)
# The parts of a draft, each kept by itself as the wizard goes on.
DRAFTING = {
    part: VerbTable(Verb("draft_agreement", actions.draft_agreement, form))
    for part, form in (("terms", forms.TermsForm), ("amounts", forms.AmountsForm), ("conditions", forms.ConditionsForm))
}
ROUTE_VERBS = VerbTable(
    Verb("file_route", actions.file_route, forms.FileRouteForm),
    Verb("docket", actions.docket, forms.DocketForm),
    Verb("decide", actions.decide, forms.DecideForm),
    Verb("issue_order", actions.issue_order, forms.IssueOrderForm),
    Verb("serve_order", actions.serve_order, forms.ServeOrderForm),
    Verb("record_objection", actions.record_objection, forms.EndRouteForm),
    Verb("take_effect", actions.take_effect, forms.TakeEffectForm),
    Verb("lapse_order", actions.lapse_order, forms.LapseForm),
    Verb("refuse", actions.refuse, forms.EndRouteForm),
    Verb("withdraw_route", actions.withdraw_route, forms.EndRouteForm),
    Verb("attach", actions.attach, PapersForm),
)
