"""What is typed for the steps of a dispute case, and to filter the list."""

from .acceptance import AcceptForm, AmendForm, AskForm, DeclineForm, SupplyForm, TransferForm
from .agreement import AgreeForm, PaymentForm, ReconcileForm
from .application import ApplyForm
from .documents import IssueForm
from .endings import ArchiveForm, CloseOutForm, FailForm, TerminateForm, WithdrawForm
from .groups import RosterForm, ShareForm
from .lists import CaseFilter
from .mediation import AssignForm, ExtendForm, MeetingForm, RecuseForm, ResumeForm, SuspendForm
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
    "CloseOutForm",
    "CorrectPartyForm",
    "DeclineForm",
    "ElectForm",
    "EndPartyForm",
    "EndProxyForm",
    "ExtendForm",
    "FailForm",
    "IssueForm",
    "MeetingForm",
    "PaymentForm",
    "ReconcileForm",
    "RecuseForm",
    "ResumeForm",
    "RosterForm",
    "ShareForm",
    "SupplyForm",
    "SuspendForm",
    "TerminateForm",
    "TransferForm",
    "WithdrawForm",
]
