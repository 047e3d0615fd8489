"""What is typed for the steps of a dispute case, and to filter the list."""

from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import AcceptForm, ApplyForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .documents import IssueForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .lists import CaseFilter
from .mediation import AssignForm, ExtendForm, MeetingForm, RecuseForm, ResumeForm, SuspendForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "CaseFilter",
    "CloseOutForm",
    "DeclineForm",
    "ExtendForm",
    "FailForm",
    "IssueForm",
    "MeetingForm",
    "PaymentForm",
    "ReconcileForm",
    "RecuseForm",
    "ResumeForm",
    "SupplyForm",
    "SuspendForm",
    "TerminateForm",
    "TransferForm",
    "WithdrawForm",
]
