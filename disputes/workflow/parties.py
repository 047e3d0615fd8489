"""Who takes part: named, corrected and ended while the case is open; the roster of a group."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.claims import there_is_a_roster
from disputes.guards.parties import is_a_group, representatives_keep_to_the_number
from disputes.querysets import OPEN
from disputes.workflow.words import MEDIATOR, OFFICER, S

BOTH = {OFFICER, MEDIATOR}

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step("add_party", OPEN, None, BOTH, _("Name a party")),
    Step("correct_party", OPEN, None, BOTH, _("Correct a party")),
    Step("end_party", OPEN, None, BOTH, _("End a party")),
    Step("add_proxy", OPEN, None, BOTH, _("Name a proxy")),
    Step("end_proxy", OPEN, None, BOTH, _("End a power")),
    Step(
        "elect_representatives",
        OPEN,
        None,
        BOTH,
        _("Record the representatives"),
        [is_a_group],
        [representatives_keep_to_the_number],
    ),
    Step("import_roster", OPEN, None, BOTH, _("Take in the roster")),
    Step("share_out", {S.MEDIATING}, None, BOTH, _("Share out the agreed sum"), [there_is_a_roster]),
]
