"""What is typed for each step."""

from .drafting import ApproveForm, CreateForm, EditForm, SubmitForm
from .intake import AcceptForm, DeclineForm, EvidenceForm, InterestForm, NoticeForm
from .matters import CloseForm, InvestigateForm, RegisterForm
from .public_letters import DraftLettersForm, PublishLettersForm, SignLettersForm
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
from .review import CommentForm
from .service import DispatchForm, FailureForm, PublishForm, RedispatchForm, RefusalForm, ServiceForm

__all__ = [
    "AcceptForm",
    "AcceptReplyForm",
    "ApproveForm",
    "CloseForm",
    "CommentForm",
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
    "InterestForm",
    "InvestigateForm",
    "NoticeForm",
    "PublishForm",
    "PublishLettersForm",
    "RedispatchForm",
    "RefusalForm",
    "RegisterForm",
    "RejectReplyForm",
    "ReplyForm",
    "ResultForm",
    "ServiceForm",
    "SignLettersForm",
    "SubmitForm",
    "VerifyForm",
    "WithdrawForm",
]
