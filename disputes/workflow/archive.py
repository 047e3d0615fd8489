"""The case file, the archive, and the end of the term."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.archive import (
    file_is_complete,
    is_on_hold,
    not_destroyed,
    not_on_hold,
    not_proposed_yet,
    nothing_is_open_elsewhere,
    something_is_missing,
    term_is_over,
    was_approved,
    was_proposed,
)
from disputes.guards.endings import court_has_its_file
from disputes.workflow.endings import CLERKS, WRITTEN
from disputes.workflow.words import DAYS, DIRECTOR, S
from organizations.models import Duty

ARCHIVIST = Duty.ARCHIVIST
FREE = [not_destroyed, term_is_over, not_on_hold, nothing_is_open_elsewhere]

STEPS = [
    # verb, from, to, who, name, unless, unless then
    Step("classify", WRITTEN, None, CLERKS | {ARCHIVIST}, _("Place a paper in the case file")),
    Step(
        "explain_gap",
        {S.CLOSED_OUT},
        None,
        CLERKS | {ARCHIVIST},
        _("Note why a paper is missing"),
        [something_is_missing],
        quiet=True,
    ),
    Step(
        "archive", {S.CLOSED_OUT}, S.ARCHIVED, {ARCHIVIST}, _("Archive"), [file_is_complete, court_has_its_file], DAYS
    ),
    Step(
        "hold",
        {S.ARCHIVED},
        None,
        {ARCHIVIST, DIRECTOR},
        _("Bar from destruction"),
        [not_destroyed, not_on_hold],
        quiet=True,
    ),
    Step("release", {S.ARCHIVED}, None, {DIRECTOR}, _("End the hold"), [is_on_hold], quiet=True),
    Step(
        "propose_destruction",
        {S.ARCHIVED},
        None,
        {ARCHIVIST},
        _("Propose for destruction"),
        [*FREE, not_proposed_yet],
    ),
    Step(
        "approve_destruction",
        {S.ARCHIVED},
        None,
        {DIRECTOR},
        _("Approve the destruction"),
        [*FREE, was_proposed],
        quiet=True,
    ),
    Step("keep_longer", {S.ARCHIVED}, None, {DIRECTOR}, _("Keep longer"), [not_destroyed], quiet=True),
    Step(
        "destroy", {S.ARCHIVED}, None, {ARCHIVIST}, _("Destroy before two witnesses"), [*FREE, was_approved], quiet=True
    ),
]
