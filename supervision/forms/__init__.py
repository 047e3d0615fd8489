"""What is typed for each step."""

from .addresses import ConfirmAddressForm, RevokeAddressForm
from .drafting import ApproveForm, CreateForm, EditForm, SubmitForm
from .intake import AcceptForm, DeclineForm, EvidenceForm, InterestForm, NoticeForm, RestrictForm
from .matters import CloseForm, InvestigateForm, RegisterForm
from .money import CorrectRecoveryForm, RecoveryForm
from .partners import AnswerForm, FinishForm, PartnerForm
from .public_letters import DraftLettersForm, PublishLettersForm, SignLettersForm
from .replies import (
    AcceptReplyForm,
    DeclineDocketForm,
    DocketForm,
    EscalateForm,
    RejectReplyForm,
    ReplyForm,
    ResultForm,
    WithdrawForm,
)
from .review import CommentForm
from .sealing import SealForm
from .service import (
    CorrectServiceForm,
    DispatchForm,
    FailureForm,
    PublishForm,
    RedispatchForm,
    RefusalForm,
    ServiceForm,
)
from .verification import VerifyFailedForm, VerifyForm

__all__ = [
    "AcceptForm",
    "AcceptReplyForm",
    "AnswerForm",
    "ApproveForm",
    "CloseForm",
    "CommentForm",
    "ConfirmAddressForm",
    "CorrectRecoveryForm",
    "CorrectServiceForm",
    "CreateForm",
    "DeclineDocketForm",
    "DeclineForm",
    "DispatchForm",
    "DocketForm",
    "DraftLettersForm",
    "EditForm",
    "EscalateForm",
    "EvidenceForm",
    "FailureForm",
    "FinishForm",
    "InterestForm",
    "InvestigateForm",
    "NoticeForm",
    "PartnerForm",
    "PublishForm",
    "PublishLettersForm",
    "RecoveryForm",
    "RedispatchForm",
    "RefusalForm",
    "RegisterForm",
    "RejectReplyForm",
    "ReplyForm",
    "RestrictForm",
    "ResultForm",
    "RevokeAddressForm",
    "SealForm",
    "ServiceForm",
    "SignLettersForm",
    "SubmitForm",
    "VerifyFailedForm",
    "VerifyForm",
    "WithdrawForm",
]
