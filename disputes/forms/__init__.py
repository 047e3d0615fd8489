"""What is typed for the steps of a dispute case, and to filter the list."""

from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import AcceptForm, ApplyForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .documents import IssueForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .lists import CaseFilter
from .mediation import AssignForm, ExtendForm, MeetingForm, RecuseForm, ResumeForm, SuspendForm
from .worklists import BulkForm, ColumnsForm, RateForm, ReleaseForm, ViewForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "BulkForm",
    "CaseFilter",
    "CloseOutForm",
    "ColumnsForm",
    "DeclineForm",
    "ExtendForm",
    "FailForm",
    "IssueForm",
    "MeetingForm",
    "PaymentForm",
    "RateForm",
    "ReconcileForm",
    "RecuseForm",
    "ReleaseForm",
    "ResumeForm",
    "SupplyForm",
    "SuspendForm",
    "TerminateForm",
    "TransferForm",
    "ViewForm",
    "WithdrawForm",
]
