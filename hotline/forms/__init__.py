"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import RegisterForm
from .ends import AnswerForm, NonCaseForm, OrderForm
from .flags import EndFlagForm, FlagForm
from .lists import CallFilter, OrderFilter
from .orders import (
    CallbackForm,
    CaseForm,
    DispatchForm,
    ExtendForm,
    FeedbackForm,
    MatterForm,
    MergeForm,
    StartForm,
)

__all__ = [
    "AnswerForm",
    "CallFilter",
    "CallbackForm",
    "CaseForm",
    "DispatchForm",
    "EndFlagForm",
    "ExtendForm",
    "FeedbackForm",
    "FlagForm",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OrderFilter",
    "OrderForm",
    "RegisterForm",
    "StartForm",
]
