"""What is typed for the steps of a dispute case, and to filter the list."""

from .acceptance import AcceptForm, AmendForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .agreement import ReconcileForm
from .application import ApplyForm
from .documents import IssueForm
from .drafting import AmountsForm, ConditionsForm, DraftAgreementForm, TermsForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .groups import RosterForm, ShareForm
from .lists import CaseFilter
from .mediation import ExtendForm, ResumeForm, SuspendForm
from .mediators import AssignForm, ConfirmForm, KeepForm, RecuseForm
from .meetings import MeetingForm, NotHeldForm, NotifyForm, ProposeForm, SignMinutesForm
from .notes import ChecklistForm, DeleteNoteForm, EditNoteForm, FinishForm, NoteForm, TaskForm
from .parties import AddPartyForm, AddProxyForm, CorrectPartyForm, ElectForm, EndPartyForm, EndProxyForm
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
    "AddPartyForm",
    "AddProxyForm",
    "AgreeForm",
    "AmendForm",
    "AmountsForm",
    "ApplyForm",
    "ArchiveForm",
    "AskForm",
    "AssignForm",
    "CaseFilter",
    "ChecklistForm",
    "CloseOutForm",
    "ConditionsForm",
    "ConfirmForm",
    "CorrectPartyForm",
    "CorrectPaymentForm",
    "DecideForm",
    "DeclineForm",
    "DeleteNoteForm",
    "DocketForm",
    "DraftAgreementForm",
    "EditNoteForm",
    "ElectForm",
    "EndPartyForm",
    "EndProxyForm",
    "EndRouteForm",
    "ExtendForm",
    "FailForm",
    "FileRouteForm",
    "FinishForm",
    "FollowUpForm",
    "IssueForm",
    "IssueOrderForm",
    "KeepForm",
    "LapseForm",
    "MeetingForm",
    "MentionPaymentForm",
    "NotHeldForm",
    "NoteForm",
    "NotifyForm",
    "OpenRouteForm",
    "PaymentForm",
    "ProposeForm",
    "ReconcileForm",
    "RecuseForm",
    "ResumeForm",
    "RosterForm",
    "ServeOrderForm",
    "ShareForm",
    "SignMinutesForm",
    "SupplyForm",
    "SuspendForm",
    "TakeEffectForm",
    "TaskForm",
    "TerminateForm",
    "TermsForm",
    "TransferForm",
    "WithdrawForm",
]
