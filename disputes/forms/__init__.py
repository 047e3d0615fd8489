"""What is typed for the steps of a dispute case, and to filter the list."""

from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import AcceptForm, ApplyForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .documents import IssueForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .lists import CaseFilter
from .mediation import ExtendForm, ResumeForm, SuspendForm
from .mediators import AssignForm, ConfirmForm, KeepForm, RecuseForm
from .meetings import MeetingForm, NotHeldForm, NotifyForm, ProposeForm, SignMinutesForm
from .notes import ChecklistForm, DeleteNoteForm, EditNoteForm, FinishForm, NoteForm, TaskForm

__all__ = [
    "AcceptForm",
    "AgreeForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "CaseFilter",
    "ChecklistForm",
    "CloseOutForm",
    "ConfirmForm",
    "DeclineForm",
    "DeleteNoteForm",
    "EditNoteForm",
    "ExtendForm",
    "FailForm",
    "FinishForm",
    "IssueForm",
    "KeepForm",
    "MeetingForm",
    "NotHeldForm",
    "NoteForm",
    "NotifyForm",
    "PaymentForm",
    "ProposeForm",
    "ReconcileForm",
    "RecuseForm",
    "ResumeForm",
    "SignMinutesForm",
    "SupplyForm",
    "SuspendForm",
    "TaskForm",
    "TerminateForm",
    "TransferForm",
    "WithdrawForm",
]
