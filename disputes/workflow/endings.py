"""Ends without agreement, what follows from them, and the papers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step, attach_step
from disputes.guards.agreement import everything_is_paid, no_way_is_open
from disputes.guards.endings import (
    file_is_due_at_court,
    parts_are_closed,
    sham_waits_for_an_answer,
    sham_was_answered,
)
from disputes.guards.notes import no_task_is_open
from disputes.workflow.words import DAYS, DIRECTOR, IN_HAND, LIAISON, MEDIATOR, OFFICER, S
from organizations.models import Duty

WRITTEN = set(S) - {S.ARCHIVED, S.MERGED}  # the states in which papers are still added
CLERKS = {OFFICER, MEDIATOR, DIRECTOR, LIAISON}

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
        [everything_is_paid, no_task_is_open, no_way_is_open, parts_are_closed, sham_was_answered],
        DAYS,
    ),
    Step(
        "return_to_court",
        {S.CONCLUDED, S.CLOSED_OUT},
        None,
        {OFFICER, LIAISON},
        _("Return the file to the court"),
        [file_is_due_at_court],
        quiet=True,
    ),
    Step(
        "answer_sham_report",
        {S.CONCLUDED},
        None,
        {DIRECTOR},
        _("Answer the report of sham mediation"),
        [sham_waits_for_an_answer],
        quiet=True,
    ),
    Step("issue_document", WRITTEN, None, CLERKS, _("Issue a document")),
    Step("keep_reckoning", WRITTEN, None, CLERKS, _("Keep a reckoning")),
    attach_step(WRITTEN, CLERKS | {Duty.ARCHIVIST}),
]
