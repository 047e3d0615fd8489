"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt, CallbackBooking
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .dispatching import DispatchRule, why_there
from .exchanges import Exchange, Seat
from .extensions import ExtensionRequest
from .flags import CallerFlag
from .handovers import Handover
from .incidents import (
    GroupIncident,
    IncidentAttachment,
    IncidentCall,
    IncidentEvent,
    IncidentReport,
    ReportAddressee,
    SurgeSheet,
)
from .knowledge import CallAnswer, KnowledgeArticle, KnowledgeEvent, KnowledgeVersion
from .limitation import HiddenPart, LimitationFact
from .lines import LineCall, LineEvent
from .links import CaseLink
from .orders import OrderAttachment, OrderDeadline, OrderEvent, OrderExtension, OrderPause, WorkOrder
from .pressing import Chase, Circular, CircularEntry, ProgressReport
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
from .rosters import DutyShift, Roster, RosterEvent, ShiftChange, ShiftEvent
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
    "CallbackBooking",
    "CallerFlag",
    "CaseLink",
    "Chase",
    "Circular",
    "CircularEntry",
    "DispatchRule",
    "DutyShift",
    "Exchange",
    "ExtensionRequest",
    "GroupIncident",
    "Handover",
    "HiddenPart",
    "IncidentAttachment",
    "IncidentCall",
    "IncidentEvent",
    "IncidentReport",
    "KnowledgeArticle",
    "KnowledgeEvent",
    "KnowledgeVersion",
    "LimitationFact",
    "LineCall",
    "LineEvent",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "OrderText",
    "ProgressReport",
    "QualityReview",
    "QualitySample",
    "ReportAddressee",
    "ReviewAttachment",
    "ReviewDeadline",
    "ReviewEvent",
    "ReviewExtension",
    "ReviewPause",
    "Roster",
    "RosterEvent",
    "ScoreItem",
    "ScoreMark",
    "ScoreSheet",
    "Seat",
    "ShiftChange",
    "ShiftEvent",
    "Subject",
    "SurgeSheet",
    "WorkOrder",
    "phone_key",
    "why_there",
]
