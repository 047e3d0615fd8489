"""Who may know of a call or a work order, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .dispatching import RuleQuerySet
from .flags import FlagQuerySet
from .incidents import INCIDENT_READERS, IncidentCallQuerySet, IncidentQuerySet, ReportQuerySet, SurgeSheetQuerySet
from .knowledge import DRAFTERS, VersionQuerySet
from .orders import OPEN, ORDER_READERS, REPORTING, OrderQuerySet
from .parts import AttemptQuerySet, BookingQuerySet, CircularQuerySet, LinkQuerySet, OrderPartQuerySet, RequestQuerySet
from .quality import ReviewQuerySet, SampleQuerySet, SheetQuerySet
from .rosters import ChangeQuerySet, RosterQuerySet, ShiftQuerySet

__all__ = [
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
    "FlagQuerySet",
    "IncidentCallQuerySet",
    "IncidentQuerySet",
    "LinkQuerySet",
    "OrderPartQuerySet",
    "OrderQuerySet",
    "ReportQuerySet",
    "RequestQuerySet",
    "ReviewQuerySet",
    "RosterQuerySet",
    "RuleQuerySet",
    "SampleQuerySet",
    "SheetQuerySet",
    "ShiftQuerySet",
    "SurgeSheetQuerySet",
    "VersionQuerySet",
]
