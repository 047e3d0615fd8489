"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import AnswerForm, NonCaseForm, OrderForm, RegisterForm
from .lines import AccountForm, HandoverForm, LineFilter, SeatForm
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
    "AccountForm",
    "AnswerForm",
    "CallFilter",
    "CallbackForm",
    "CaseForm",
    "DispatchForm",
    "ExtendForm",
    "FeedbackForm",
    "HandoverForm",
    "LineFilter",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OrderFilter",
    "OrderForm",
    "RegisterForm",
    "SeatForm",
    "StartForm",
]
