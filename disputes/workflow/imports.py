"""Taking in what an office kept before: each case as its register left it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.workflow.words import DAYS, DIRECTOR, S
from organizations.models import Duty

IMPORTERS = {DIRECTOR, Duty.SYSTEM}

STEPS = [
    Step("take_in_applied", (), S.APPLIED, IMPORTERS, _("Imported as applied for"), [], DAYS),
    Step("take_in_accepted", (), S.ACCEPTED, IMPORTERS, _("Imported as accepted"), [], DAYS),
    Step("take_in_assigned", (), S.ASSIGNED, IMPORTERS, _("Imported as assigned to a mediator"), [], DAYS),
    Step("take_in_performing", (), S.PERFORMING, IMPORTERS, _("Imported as agreed and not yet paid"), [], DAYS),
    Step("take_in_closed", (), S.CLOSED_OUT, IMPORTERS, _("Imported as a closed case"), [], DAYS),
]
