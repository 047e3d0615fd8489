"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .flags import CallerFlag
from .orders import (
    OrderAttachment,
    OrderDeadline,
    OrderEvent,
    OrderExtension,
    OrderPause,
    WorkOrder,
)

__all__ = [
    "CallAttachment",
    "CallDeadline",
    "CallEvent",
    "CallExtension",
    "CallPause",
    "CallRecord",
    "CallbackAttempt",
    "CallerFlag",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "WorkOrder",
    "phone_key",
]
