"""Each step of a matter and of a document with its action and its form."""

from __future__ import annotations

from casework.forms import PapersForm, ReasonForm
from casework.verbs import Verb, VerbTable
from supervision import actions, forms
from supervision.workflow import DOCUMENTS, MATTERS, PARTNERS

REGISTRATION = Verb("open_matter", actions.register, forms.RegisterForm, opens=MATTERS)
MATTER_VERBS = VerbTable(
    Verb("accept_complaint", actions.accept_complaint, forms.AcceptForm),
    Verb("decline_complaint", actions.decline_complaint, forms.DeclineForm),
    Verb("give_notice", actions.give_notice, forms.NoticeForm),
    Verb("declare_interest", actions.declare_interest, forms.InterestForm),
    Verb("investigate", actions.investigate, forms.InvestigateForm),
    Verb("add_evidence", actions.add_evidence, forms.EvidenceForm),
    Verb("draft_letters", actions.draft_letters, forms.DraftLettersForm),
    Verb("sign_letters", actions.sign_letters, forms.SignLettersForm),
    Verb("publish_letters", actions.publish_letters, forms.PublishLettersForm),
    Verb("ask_county", actions.ask_county, ReasonForm),
    Verb("confirm_address", actions.confirm_address, forms.ConfirmAddressForm),
    Verb("revoke_address", actions.revoke_address, forms.RevokeAddressForm),
    Verb("restrict", actions.restrict, forms.RestrictForm),
    Verb("lift_restriction", actions.lift_restriction, ReasonForm),
    Verb("close", actions.close, forms.CloseForm),
    Verb("attach", actions.attach, PapersForm),
)

CREATION = Verb("create", actions.create, forms.CreateForm, opens=DOCUMENTS)
DOCUMENT_VERBS = VerbTable(
    Verb("edit", actions.edit, forms.EditForm),
    Verb("submit", actions.submit, forms.SubmitForm),
    Verb("endorse", actions.endorse),
    Verb("comment", actions.comment, forms.CommentForm),
    Verb("return_for_revision", actions.return_for_revision, ReasonForm),
    Verb("approve", actions.approve, forms.ApproveForm),
    Verb("seal", actions.seal, forms.SealForm),
    Verb("dispatch", actions.dispatch, forms.DispatchForm),
    Verb("publish", actions.publish, forms.PublishForm),
    Verb("record_service", actions.record_service, forms.ServiceForm),
    Verb("correct_service", actions.correct_service, forms.CorrectServiceForm),
    Verb("record_service_failure", actions.record_service_failure, forms.FailureForm),
    Verb("redispatch", actions.redispatch, forms.RedispatchForm),
    Verb("record_refusal", actions.record_refusal, forms.RefusalForm),
    Verb("reply", actions.reply, forms.ReplyForm),
    Verb("docket", actions.docket, forms.DocketForm),
    Verb("decline_docket", actions.decline_docket, forms.DeclineDocketForm),
    Verb("escalate", actions.escalate, forms.EscalateForm),
    Verb("record_late_reply", actions.record_late_reply, forms.ReplyForm),
    Verb("accept_reply", actions.accept_reply, forms.AcceptReplyForm),
    Verb("reject_reply", actions.reject_reply, forms.RejectReplyForm),
    Verb("uphold_objection", actions.uphold_objection, ReasonForm),
    Verb("record_result", actions.record_result, forms.ResultForm),
    Verb("verify", actions.verify, forms.VerifyForm),
    Verb("verify_failed", actions.verify_failed, forms.VerifyFailedForm),
    Verb("record_recovery", actions.record_recovery, forms.RecoveryForm),
    Verb("correct_recovery", actions.correct_recovery, forms.CorrectRecoveryForm),
    Verb("withdraw", actions.withdraw, forms.WithdrawForm),
    Verb("void", actions.void, ReasonForm),
    Verb("attach", actions.attach, PapersForm),
)

PARTNER_CREATION = Verb("record_partner", actions.record_partner, forms.PartnerForm, opens=PARTNERS)
PARTNER_VERBS = VerbTable(
    Verb("record_answer", actions.record_answer, forms.AnswerForm),
    Verb("urge", actions.urge, ReasonForm),
    Verb("finish", actions.finish, forms.FinishForm),
    Verb("attach", actions.attach, PapersForm),
)
