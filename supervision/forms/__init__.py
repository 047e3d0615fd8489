"""What is typed for each step."""

from .addresses import ConfirmAddressForm, RevokeAddressForm
from .drafting import ApproveForm, CreateForm, EditForm, SubmitForm
from .matters import CloseForm, InvestigateForm, RegisterForm
from .money import CorrectRecoveryForm, RecoveryForm
from .partners import AnswerForm, FinishForm, PartnerForm
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
    "AcceptReplyForm",
    "AnswerForm",
    "ApproveForm",
    "CloseForm",
    "ConfirmAddressForm",
    "CorrectRecoveryForm",
    "CorrectServiceForm",
    "CreateForm",
    "DeclineDocketForm",
    "DispatchForm",
    "DocketForm",
    "EditForm",
    "EscalateForm",
    "FailureForm",
    "FinishForm",
    "InvestigateForm",
    "PartnerForm",
    "PublishForm",
    "RecoveryForm",
    "RedispatchForm",
    "RefusalForm",
    "RegisterForm",
    "RejectReplyForm",
    "ReplyForm",
    "ResultForm",
    "RevokeAddressForm",
    "ServiceForm",
    "SubmitForm",
    "VerifyFailedForm",
    "VerifyForm",
    "WithdrawForm",
]
