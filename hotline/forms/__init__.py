"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import AnswerForm, NonCaseForm, OrderForm, RegisterForm
from .lists import CallFilter, IncidentFilter, OrderFilter
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
    "ExtendForm",
    "FeedbackForm",
    "IncidentFilter",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OrderFilter",
    "OrderForm",
    "RegisterForm",
    "StartForm",
]
