"""What systems may ask and do here."""

from __future__ import annotations

from typing import Any

from .calls import CallViewSet
from .incidents import IncidentViewSet
from .orders import WorkOrderViewSet
from .reviews import ReviewViewSet
from .rosters import RosterViewSet, ShiftViewSet

ROUTES: list[tuple[str, type[Any]]] = [
    ("calls", CallViewSet),
    ("work-orders", WorkOrderViewSet),
    ("incidents", IncidentViewSet),
    ("reviews", ReviewViewSet),
    ("rosters", RosterViewSet),
    ("shifts", ShiftViewSet),
]
