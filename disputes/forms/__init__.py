"""What is typed for the steps of a dispute case, and to filter the list."""

from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import AcceptForm, ApplyForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .archive import ArchiveForm, AttachForm, ClassifyForm, DestroyForm, GapForm, KeepLongerForm
from .documents import IssueForm
from .endings import CloseOutForm, FailForm, ReturnForm, TerminateForm, WithdrawForm
from .lists import CaseFilter
from .mediation import AssignForm, ExtendForm, MeetingForm, RecuseForm, ResumeForm, SuspendForm
from .relations import MergeForm, OtherForm, ReopenForm, RestrictForm, SeparateForm, SplitForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "AttachForm",
    "CaseFilter",
    "ClassifyForm",
    "CloseOutForm",
    "DeclineForm",
    "DestroyForm",
    "ExtendForm",
    "FailForm",
    "GapForm",
    "IssueForm",
    "KeepLongerForm",
    "MeetingForm",
    "MergeForm",
    "OtherForm",
    "PaymentForm",
    "ReconcileForm",
    "RecuseForm",
    "ReopenForm",
    "RestrictForm",
    "ResumeForm",
    "ReturnForm",
    "SeparateForm",
    "SplitForm",
    "SupplyForm",
    "SuspendForm",
    "TerminateForm",
    "TransferForm",
    "WithdrawForm",
]
