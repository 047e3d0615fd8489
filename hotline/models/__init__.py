"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .knowledge import CallAnswer, KnowledgeArticle, KnowledgeEvent, KnowledgeVersion
from .limitation import HiddenPart, LimitationFact
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
from .texts import CallText, OrderText

__all__ = [
    "CallAnswer",
    "CallAttachment",
    "CallDeadline",
    "CallEvent",
    "CallExtension",
    "CallPause",
    "CallRecord",
    "CallText",
    "CallbackAttempt",
    "HiddenPart",
    "KnowledgeArticle",
    "KnowledgeEvent",
    "KnowledgeVersion",
    "LimitationFact",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "OrderText",
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
