"""The way of a dispute case: who may take which step from where, and on what condition."""

from casework.workflow import Workflow
from disputes.models import DisputeCase

from . import agreement, application, endings, mediation, notes, parties
from .routes import ROUTES
from .words import COUNTER

# Steps are offered in this order: what ends well stands before what goes on.
ROOMS = (application, agreement, mediation, notes, parties, endings)
WORKFLOW = Workflow(DisputeCase, *(step for room in ROOMS for step in room.STEPS))

__all__ = ["COUNTER", "ROUTES", "WORKFLOW"]
