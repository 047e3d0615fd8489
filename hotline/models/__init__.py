"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .orders import (
    OrderAttachment,
    OrderDeadline,
    OrderEvent,
    OrderExtension,
    OrderPause,
    WorkOrder,
)
from .quality import (
    QualityReview,
    QualitySample,
    ReviewAttachment,
    ReviewDeadline,
    ReviewEvent,
    ReviewExtension,
    ReviewPause,
    ScoreItem,
    ScoreMark,
    ScoreSheet,
    Subject,
)

__all__ = [
    "CallAttachment",
    "CallDeadline",
    "CallEvent",
    "CallExtension",
    "CallPause",
    "CallRecord",
    "CallbackAttempt",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "QualityReview",
    "QualitySample",
    "ReviewAttachment",
    "ReviewDeadline",
    "ReviewEvent",
    "ReviewExtension",
    "ReviewPause",
    "ScoreItem",
    "ScoreMark",
    "ScoreSheet",
    "Subject",
    "WorkOrder",
    "phone_key",
]
