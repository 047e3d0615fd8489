"""Each step of a dispute case with its action and its form."""

from __future__ import annotations

from casework.forms import ReasonForm
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
    Verb("agree", actions.agree, forms.AgreeForm),
    Verb("reconcile", actions.reconcile, forms.ReconcileForm),
    Verb("fail", actions.fail, forms.FailForm),
    Verb("withdraw", actions.withdraw, forms.WithdrawForm),
    Verb("terminate", actions.terminate, forms.TerminateForm),
    Verb("record_payment", actions.record_payment, forms.PaymentForm),
    Verb("close_out", actions.close_out, forms.CloseOutForm),
    Verb("return_to_court", actions.return_to_court, forms.ReturnForm),
    Verb("answer_sham_report", actions.answer_sham_report, ReasonForm),
    Verb("archive", actions.archive, forms.ArchiveForm),
    Verb("hold", actions.hold, ReasonForm),
    Verb("release", actions.release, ReasonForm),
    Verb("propose_destruction", actions.propose_destruction, ReasonForm),
    Verb("approve_destruction", actions.approve_destruction, ReasonForm),
    Verb("keep_longer", actions.keep_longer, forms.KeepLongerForm),
    Verb("destroy", actions.destroy, forms.DestroyForm),
    Verb("link", actions.link, forms.OtherForm),
    Verb("make_part_of", actions.make_part_of, forms.OtherForm),
    Verb("separate", actions.separate, forms.SeparateForm),
    Verb("split", actions.split, forms.SplitForm),
    Verb("merge_into", actions.merge_into, forms.MergeForm),
    Verb("reopen", actions.reopen, forms.ReopenForm),
    Verb("restrict", actions.restrict, forms.RestrictForm),
    Verb("lift_restriction", actions.lift_restriction, ReasonForm),
    Verb("issue_document", actions.issue_document, forms.IssueForm),
    Verb("attach", actions.attach, forms.AttachForm),
    Verb("classify", actions.classify, forms.ClassifyForm),
    Verb("explain_gap", actions.explain_gap, forms.GapForm),
)
