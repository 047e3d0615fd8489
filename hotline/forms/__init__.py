"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import RegisterForm
from .chains import CaseForm, LinkCaseForm, MatterForm, UnlinkCaseForm
from .closing import CallbackForm, MergeForm, PlanForm, PressForm
from .ends import AnswerForm, NonCaseForm, OrderForm
from .flags import EndFlagForm, FlagForm
from .knowledge import ArticleForm
from .lines import AccountForm, HandoverForm, LineFilter, SeatForm
from .lists import CallFilter, IncidentFilter, OrderFilter
from .online import OnlineForm, TakeOnForm
from .orders import DispatchForm, ExtendForm, FeedbackForm, ProgressForm, ReturnForm, StartForm, SuspendForm

__all__ = [
    "AccountForm",
    "AnswerForm",
    "ArticleForm",
    "CallFilter",
    "CallbackForm",
    "CaseForm",
    "DispatchForm",
    "EndFlagForm",
    "ExtendForm",
    "FeedbackForm",
    "FlagForm",
    "HandoverForm",
    "IncidentFilter",
    "LineFilter",
    "LinkCaseForm",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OnlineForm",
    "OrderFilter",
    "OrderForm",
    "PlanForm",
    "PressForm",
    "ProgressForm",
    "RegisterForm",
    "ReturnForm",
    "SeatForm",
    "StartForm",
    "SuspendForm",
    "TakeOnForm",
    "UnlinkCaseForm",
]
