"""The call and the work order that follows from it, one room per noun."""

from .callbacks import CallbackAttempt
from .calls import CallAttachment, CallDeadline, CallEvent, CallExtension, CallPause, CallRecord, phone_key
from .incidents import (
    GroupIncident,
    IncidentAttachment,
    IncidentCall,
    IncidentEvent,
    IncidentReport,
    ReportAddressee,
    SurgeSheet,
)
from .orders import (
    OrderAttachment,
    OrderDeadline,
    OrderEvent,
    OrderExtension,
    OrderPause,
    WorkOrder,
)
from .rosters import DutyShift, Roster, RosterEvent, ShiftChange, ShiftEvent

__all__ = [
    "CallAttachment",
    "CallDeadline",
    "CallEvent",
    "CallExtension",
    "CallPause",
    "CallRecord",
    "CallbackAttempt",
    "DutyShift",
    "GroupIncident",
    "IncidentAttachment",
    "IncidentCall",
    "IncidentEvent",
    "IncidentReport",
    "OrderAttachment",
    "OrderDeadline",
    "OrderEvent",
    "OrderExtension",
    "OrderPause",
    "ReportAddressee",
    "Roster",
    "RosterEvent",
    "ShiftChange",
    "ShiftEvent",
    "SurgeSheet",
    "WorkOrder",
    "phone_key",
]
