"""What is typed for the steps of a dispute case, and to filter the list."""

from .acceptance import AcceptForm, AmendForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .agreement import ReconcileForm
from .application import ApplyForm
from .archive import ArchiveForm, AttachForm, ClassifyForm, DestroyForm, GapForm, KeepLongerForm
from .documents import IssueForm
from .drafting import AmountsForm, ConditionsForm, DraftAgreementForm, TermsForm
from .endings import CloseOutForm, FailForm, ReturnForm, TerminateForm, WithdrawForm
from .groups import RosterForm, ShareForm
from .lists import CaseFilter
from .mediation import ExtendForm, ResumeForm, SuspendForm
from .mediators import AssignForm, ConfirmForm, KeepForm, RecuseForm
from .meetings import MeetingForm, NotHeldForm, NotifyForm, ProposeForm, SignMinutesForm
from .notes import ChecklistForm, DeleteNoteForm, EditNoteForm, FinishForm, NoteForm, TaskForm
from .parties import AddPartyForm, AddProxyForm, CorrectPartyForm, ElectForm, EndPartyForm, EndProxyForm
from .performance import CorrectPaymentForm, FollowUpForm, MentionPaymentForm, PaymentForm
from .reckoning_kept import KeepReckoningForm
from .relations import MergeForm, OtherForm, ReopenForm, RestrictForm, SeparateForm, SplitForm
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
from .worklists import BulkForm, BulkRunForm, ColumnsForm, RateForm, TakeBackForm, ViewForm

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
    "AttachForm",
    "BulkForm",
    "BulkRunForm",
    "CaseFilter",
    "ChecklistForm",
    "ClassifyForm",
    "CloseOutForm",
    "ColumnsForm",
    "ConditionsForm",
    "ConfirmForm",
    "CorrectPartyForm",
    "CorrectPaymentForm",
    "DecideForm",
    "DeclineForm",
    "DeleteNoteForm",
    "DestroyForm",
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
    "GapForm",
    "IssueForm",
    "IssueOrderForm",
    "KeepForm",
    "KeepLongerForm",
    "KeepReckoningForm",
    "LapseForm",
    "MeetingForm",
    "MentionPaymentForm",
    "MergeForm",
    "NotHeldForm",
    "NoteForm",
    "NotifyForm",
    "OpenRouteForm",
    "OtherForm",
    "PaymentForm",
    "ProposeForm",
    "RateForm",
    "ReconcileForm",
    "RecuseForm",
    "ReopenForm",
    "RestrictForm",
    "ResumeForm",
    "ReturnForm",
    "RosterForm",
    "SeparateForm",
    "ServeOrderForm",
    "ShareForm",
    "SignMinutesForm",
    "SplitForm",
    "SupplyForm",
    "SuspendForm",
    "TakeBackForm",
    "TakeEffectForm",
    "TaskForm",
    "TerminateForm",
    "TermsForm",
    "TransferForm",
    "ViewForm",
    "WithdrawForm",
]
