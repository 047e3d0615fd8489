"""What is typed for a call, for a work order, and to filter their lists."""

from .calls import AnswerForm, NonCaseForm, OrderForm, RegisterForm
from .knowledge import ArticleForm
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
    "ArticleForm",
    "CallFilter",
    "CallbackForm",
    "CaseForm",
    "DispatchForm",
    "ExtendForm",
    "FeedbackForm",
    "MatterForm",
    "MergeForm",
    "NonCaseForm",
    "OrderFilter",
    "OrderForm",
    "RegisterForm",
    "StartForm",
]
