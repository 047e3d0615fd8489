"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt, CallbackBooking
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .dispatching import DispatchRule, why_there
from .extensions import ExtensionRequest
from .links import CaseLink
from .orders import (
    OrderAttachment,
    OrderDeadline,
    OrderEvent,
    OrderExtension,
    OrderPause,
    WorkOrder,
)
from .pressing import Chase, Circular, CircularEntry, ProgressReport

__all__ = [
    "CallAttachment",
    "CallDeadline",
    "CallEvent",
    "CallExtension",
    "CallPause",
    "CallRecord",
    "CallbackAttempt",
    "CallbackBooking",
    "CaseLink",
    "Chase",
    "Circular",
    "CircularEntry",
    "DispatchRule",
    "ExtensionRequest",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "ProgressReport",
    "WorkOrder",
    "phone_key",
    "why_there",
]
