"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import RegisterForm
from .chains import CaseForm, LinkCaseForm, MatterForm, UnlinkCaseForm
from .closing import CallbackForm, MergeForm, PlanForm, PressForm
from .ends import AnswerForm, NonCaseForm, OrderForm
from .flags import EndFlagForm, FlagForm
from .knowledge import ArticleForm
from .lists import CallFilter, IncidentFilter, OrderFilter
from .orders import DispatchForm, ExtendForm, FeedbackForm, ProgressForm, ReturnForm, StartForm, SuspendForm

__all__ = [
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
    "IncidentFilter",
    "LinkCaseForm",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OrderFilter",
    "OrderForm",
    "PlanForm",
    "PressForm",
    "ProgressForm",
    "RegisterForm",
    "ReturnForm",
    "StartForm",
    "SuspendForm",
    "UnlinkCaseForm",
]
