"""What is typed for the steps of a dispute case, and to filter the list."""

from .agreement import ReconcileForm
from .application import AcceptForm, ApplyForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .documents import IssueForm
from .drafting import AmountsForm, ConditionsForm, DraftAgreementForm, TermsForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .lists import CaseFilter
from .mediation import AssignForm, ExtendForm, MeetingForm, RecuseForm, ResumeForm, SuspendForm
from .performance import CorrectPaymentForm, FollowUpForm, MentionPaymentForm, PaymentForm
from .routes import (
    DecideForm,
    DocketForm,
    EndRouteForm,
    FileRouteForm,
    IssueOrderForm,
    LapseForm,
    OpenRouteForm,
    ServeOrderForm,
    TakeEffectForm,
)
from .signing import AgreeForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "AmountsForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "CaseFilter",
    "CloseOutForm",
    "ConditionsForm",
    "CorrectPaymentForm",
    "DecideForm",
    "DeclineForm",
    "DocketForm",
    "DraftAgreementForm",
    "EndRouteForm",
    "ExtendForm",
    "FailForm",
    "FileRouteForm",
    "FollowUpForm",
    "IssueForm",
    "IssueOrderForm",
    "LapseForm",
    "MeetingForm",
    "MentionPaymentForm",
    "OpenRouteForm",
    "PaymentForm",
    "ReconcileForm",
    "RecuseForm",
    "ResumeForm",
    "ServeOrderForm",
    "SupplyForm",
    "SuspendForm",
    "TakeEffectForm",
    "TerminateForm",
    "TermsForm",
    "TransferForm",
    "WithdrawForm",
]
