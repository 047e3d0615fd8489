"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .exchanges import Exchange, Seat
from .handovers import Handover
from .lines import LineCall, LineEvent
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
    "Exchange",
    "Handover",
    "LineCall",
    "LineEvent",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "Seat",
    "WorkOrder",
    "phone_key",
]
