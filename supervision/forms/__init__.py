"""What is typed for each step."""

from .drafting import ApproveForm, CreateForm, EditForm, SubmitForm
from .matters import CloseForm, InvestigateForm, RegisterForm
from .replies import (
    AcceptReplyForm,
    DeclineDocketForm,
    DocketForm,
    EscalateForm,
    RejectReplyForm,
    ReplyForm,
    ResultForm,
    VerifyForm,
    WithdrawForm,
)
from .sealing import SealForm
from .service import DispatchForm, FailureForm, PublishForm, RedispatchForm, RefusalForm, ServiceForm

__all__ = [
    "AcceptReplyForm",
    "ApproveForm",
    "CloseForm",
    "CreateForm",
    "DeclineDocketForm",
    "DispatchForm",
    "DocketForm",
    "EditForm",
    "EscalateForm",
    "FailureForm",
    "InvestigateForm",
    "PublishForm",
    "RedispatchForm",
    "RefusalForm",
    "RegisterForm",
    "RejectReplyForm",
    "ReplyForm",
    "ResultForm",
    "SealForm",
    "ServiceForm",
    "SubmitForm",
    "VerifyForm",
    "WithdrawForm",
]
