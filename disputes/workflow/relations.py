"""Cases that belong together, cases begun from another, and who may know of one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from casework.workflow import Step
from disputes.guards.archive import not_destroyed
from disputes.guards.relations import (
    is_restricted,
    something_to_separate,
    something_to_split,
    stands_alone,
)
from disputes.workflow.words import DIRECTOR, IN_HAND, OFFICER, S

OPEN = {S.APPLIED, *IN_HAND, S.SUSPENDED}
LIVE = set(S) - {S.MERGED, S.DECLINED}

STEPS = [
    # verb, from, to, who, name, unless
    Step("link", LIVE, None, {OFFICER, DIRECTOR}, _("Link a related case")),
    Step("make_part_of", OPEN | {S.CONCLUDED, S.PERFORMING}, None, {OFFICER, DIRECTOR}, _("Make part of a main case")),
    Step("separate", LIVE, None, {OFFICER, DIRECTOR}, _("End a relation"), [something_to_separate], quiet=True),
    Step("split", IN_HAND, None, {OFFICER, DIRECTOR}, _("Split off a case"), [something_to_split], quiet=True),
    Step("merge_into", OPEN, S.MERGED, {OFFICER, DIRECTOR}, _("Merge into another case"), [stands_alone], quiet=True),
    Step(
        "reopen", {S.CLOSED_OUT, S.ARCHIVED}, None, {DIRECTOR}, _("Reopen as a new case"), [not_destroyed], quiet=True
    ),
    # How such a case begins; the step on the other case opens it.
    Step("begin_split", (), S.ACCEPTED, {OFFICER, DIRECTOR}, _("Split off from another case")),
    Step("begin_reopened", (), S.APPLIED, {DIRECTOR}, _("Reopened from a closed case")),
    Step("restrict", set(S), None, {DIRECTOR}, _("Restrict to named officers")),
    Step("lift_restriction", set(S), None, {DIRECTOR}, _("Lift the restriction"), [is_restricted], quiet=True),
]
