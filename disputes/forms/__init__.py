"""What is typed for the steps of a dispute case, and to filter the list."""

from .acceptance import AcceptForm, AmendForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import ApplyForm
from .documents import IssueForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .groups import RosterForm, ShareForm
from .lists import CaseFilter
from .mediation import ExtendForm, ResumeForm, SuspendForm
from .mediators import AssignForm, ConfirmForm, KeepForm, RecuseForm
from .meetings import MeetingForm, NotHeldForm, NotifyForm, ProposeForm, SignMinutesForm
from .notes import ChecklistForm, DeleteNoteForm, EditNoteForm, FinishForm, NoteForm, TaskForm
from .parties import AddPartyForm, AddProxyForm, CorrectPartyForm, ElectForm, EndPartyForm, EndProxyForm

__all__ = [
    "AcceptForm",
    "AddPartyForm",
    "AddProxyForm",
    "AgreeForm",
    "AmendForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "CaseFilter",
    "ChecklistForm",
    "CloseOutForm",
    "ConfirmForm",
    "CorrectPartyForm",
    "DeclineForm",
    "DeleteNoteForm",
    "EditNoteForm",
    "ElectForm",
    "EndPartyForm",
    "EndProxyForm",
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
    "RosterForm",
    "ShareForm",
    "SignMinutesForm",
    "SupplyForm",
    "SuspendForm",
    "TaskForm",
    "TerminateForm",
    "TransferForm",
    "WithdrawForm",
]
