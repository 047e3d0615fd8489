"""Who may know of a call, a work order, a roster or an incident, and the lists people work from."""

from .calls import CALL_READERS, CallQuerySet
from .incidents import INCIDENT_READERS, IncidentCallQuerySet, IncidentQuerySet, ReportQuerySet, SheetQuerySet
from .orders import OPEN, ORDER_READERS, AttemptQuerySet, OrderQuerySet
from .rosters import ChangeQuerySet, RosterQuerySet, ShiftQuerySet

__all__ = [
    "CALL_READERS",
    "INCIDENT_READERS",
    "OPEN",
    "ORDER_READERS",
    "AttemptQuerySet",
    "CallQuerySet",
    "ChangeQuerySet",
    "IncidentCallQuerySet",
    "IncidentQuerySet",
    "OrderQuerySet",
    "ReportQuerySet",
    "RosterQuerySet",
    "SheetQuerySet",
    "ShiftQuerySet",
]
