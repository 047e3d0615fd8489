"""Ends without agreement, and the end of the file itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step, attach_step
from disputes.guards.agreement import everything_is_paid, no_way_is_open
from disputes.guards.endings import papers_are_there
from disputes.guards.notes import no_task_is_open
from disputes.workflow.words import DAYS, DIRECTOR, IN_HAND, LIAISON, MEDIATOR, OFFICER, S
from organizations.models import Duty

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step("fail", {S.MEDIATING}, S.CONCLUDED, {MEDIATOR}, _("End without agreement"), [], DAYS),
    Step("withdraw", IN_HAND, S.CONCLUDED, {OFFICER, MEDIATOR}, _("Record the withdrawal"), [], DAYS),
    Step("terminate", IN_HAND, S.CONCLUDED, {OFFICER, MEDIATOR}, _("Terminate"), [], DAYS),
    Step(
        "close_out",
        {S.CONCLUDED, S.PERFORMING},
        S.CLOSED_OUT,
        {OFFICER, MEDIATOR},
        _("Close the case"),
        [everything_is_paid, no_task_is_open, no_way_is_open],
        DAYS,
    ),
    Step("archive", {S.CLOSED_OUT}, S.ARCHIVED, {Duty.ARCHIVIST}, _("Archive"), [papers_are_there], DAYS),
    Step("issue_document", set(S) - {S.ARCHIVED}, None, {OFFICER, MEDIATOR, DIRECTOR, LIAISON}, _("Issue a document")),
    attach_step(set(S) - {S.ARCHIVED}, {OFFICER, MEDIATOR, DIRECTOR, LIAISON, Duty.ARCHIVIST}),
]
