"""Each step of a dispute case with its action and its form."""

from __future__ import annotations

from casework.actions import attach
from casework.forms import PapersForm, ReasonForm
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
    Verb("confirm", actions.confirm, forms.ConfirmForm),
    Verb("take_back", actions.take_back, forms.TakeBackForm),
    Verb("recuse", actions.recuse, forms.RecuseForm),
    Verb("keep_mediator", actions.keep_mediator, forms.KeepForm),
    Verb("propose_meeting", actions.propose_meeting, forms.ProposeForm),
    Verb("notify_meeting", actions.notify_meeting, forms.NotifyForm),
    Verb("meeting_not_held", actions.meeting_not_held, forms.NotHeldForm),
    Verb("hold_meeting", actions.hold_meeting, forms.MeetingForm),
    Verb("sign_minutes", actions.sign_minutes, forms.SignMinutesForm),
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
    Verb("amend", actions.amend, forms.AmendForm),
    Verb("add_party", actions.add_party, forms.AddPartyForm),
    Verb("correct_party", actions.correct_party, forms.CorrectPartyForm),
    Verb("end_party", actions.end_party, forms.EndPartyForm),
    Verb("add_proxy", actions.add_proxy, forms.AddProxyForm),
    Verb("end_proxy", actions.end_proxy, forms.EndProxyForm),
    Verb("elect_representatives", actions.elect_representatives, forms.ElectForm),
    Verb("import_roster", actions.import_roster, forms.RosterForm),
    Verb("share_out", actions.share_out, forms.ShareForm),
    Verb("correct_payment", actions.correct_payment, forms.CorrectPaymentForm),
    Verb("mention_payment", actions.mention_payment, forms.MentionPaymentForm),
    Verb("follow_up", actions.follow_up, forms.FollowUpForm),
    Verb("open_route", actions.open_route, forms.OpenRouteForm),
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
    Verb("keep_reckoning", actions.keep_reckoning, forms.KeepReckoningForm),
    Verb("rate", actions.rate, forms.RateForm),
    Verb("add_task", actions.add_task, forms.TaskForm),
    Verb("finish_task", actions.finish_task, forms.FinishForm),
    Verb("check_items", actions.check_items, forms.ChecklistForm),
    Verb("add_note", actions.add_note, forms.NoteForm),
    Verb("edit_note", actions.edit_note, forms.EditNoteForm),
    Verb("delete_note", actions.delete_note, forms.DeleteNoteForm),
    Verb("attach", actions.attach, forms.AttachForm),
    Verb("classify", actions.classify, forms.ClassifyForm),
    Verb("explain_gap", actions.explain_gap, forms.GapForm),
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
    Verb("attach", attach, PapersForm),
)
