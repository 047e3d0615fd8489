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
    Verb("release", actions.release, forms.ReleaseForm),
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
    Verb("archive", actions.archive, forms.ArchiveForm),
    Verb("issue_document", actions.issue_document, forms.IssueForm),
    Verb("rate", actions.rate, forms.RateForm),
    Verb("attach", actions.attach, PapersForm),
)
