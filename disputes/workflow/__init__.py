"""The way of a dispute case: who may take which step from where, and on what condition."""

from django.utils.translation import gettext_lazy as _

from casework.workflow import Workflow
from disputes.models import DisputeCase

from . import agreement, application, archive, endings, imports, mediation, notes, parties, relations
from .purposes import HISTORY, PURPOSES
from .routes import ROUTES
from .words import COUNTER

# Steps are offered in this order: what ends well stands before what goes on.
ROOMS = (application, agreement, mediation, notes, parties, endings, archive, relations, imports)
WORKFLOW = Workflow(
    DisputeCase,
    *(step for room in ROOMS for step in room.STEPS),
    acts={"take_out": _("Case file handed out as a whole"), "take_in": _("Another case merged into this one")},
    purposes=PURPOSES,
    history=HISTORY,
)

__all__ = ["COUNTER", "ROUTES", "WORKFLOW"]
