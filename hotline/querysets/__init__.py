"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .dispatching import RuleQuerySet
from .flags import FlagQuerySet
from .incidents import INCIDENT_READERS, IncidentCallQuerySet, IncidentQuerySet, ReportQuerySet, SurgeSheetQuerySet
from .knowledge import DRAFTERS, VersionQuerySet
from .lines import ANSWER_CALLS, ExchangeQuerySet, HandoverQuerySet, LineCallQuerySet, LineEventQuerySet, SeatQuerySet
from .orders import OPEN, ORDER_READERS, REPORTING, OrderQuerySet
from .parts import AttemptQuerySet, BookingQuerySet, CircularQuerySet, LinkQuerySet, OrderPartQuerySet, RequestQuerySet
from .quality import ReviewQuerySet, SampleQuerySet, SheetQuerySet
from .rosters import ChangeQuerySet, RosterQuerySet, ShiftQuerySet

__all__ = [
    "ANSWER_CALLS",
    "CALL_READERS",
    "DRAFTERS",
    "INCIDENT_READERS",
    "OPEN",
    "ORDER_READERS",
    "REPORTING",
    "AttemptQuerySet",
    "BookingQuerySet",
    "CallQuerySet",
    "ChangeQuerySet",
    "CircularQuerySet",
    "ExchangeQuerySet",
    "FlagQuerySet",
    "HandoverQuerySet",
    "IncidentCallQuerySet",
    "IncidentQuerySet",
    "LineCallQuerySet",
    "LineEventQuerySet",
    "LinkQuerySet",
    "OrderPartQuerySet",
    "OrderQuerySet",
    "ReportQuerySet",
    "RequestQuerySet",
    "ReviewQuerySet",
    "RosterQuerySet",
    "RuleQuerySet",
    "SampleQuerySet",
    "SeatQuerySet",
    "SheetQuerySet",
    "ShiftQuerySet",
    "SurgeSheetQuerySet",
    "VersionQuerySet",
]
